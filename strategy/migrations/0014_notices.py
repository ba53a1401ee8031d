import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('strategy', '0013_taking'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='NoticeReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='adresse électronique')),
                ('wanted', models.BooleanField(default=True, verbose_name='recevoir les nouvelles par courriel')),
                ('told_until', models.DateTimeField(null=True, verbose_name='mise au courant jusqu’au')),
                ('sent_on', models.DateField(null=True, verbose_name='dernier message envoyé le')),
            ],
            options={
                'verbose_name': 'lecture des nouvelles',
                'verbose_name_plural': 'lectures des nouvelles',
            },
        ),
        migrations.AlterField(
            model_name='event',
            name='act',
            field=models.CharField(choices=[('garde', 'brouillon gardé'), ('invitation', 'invitation'), ('retrait-invitation', 'invitation retirée'), ('arrivee', 'arrivée'), ('role', 'rôle changé'), ('exclusion', 'accès retiré'), ('depart', 'départ'), ('reprise', 'responsabilité reprise'), ('designation', 'responsable désigné par l’administration'), ('delegation', 'délégation'), ('reponse', 'réponse à une délégation'), ('decision', 'décision sur une délégation'), ('fin-delegation', 'délégation fermée'), ('redaction', 'décision sur une nouvelle rédaction'), ('version', 'version numérotée'), ('document', 'document repris'), ('verification', 'émetteur vérifié'), ('fin-verification', 'vérification de l’émetteur retirée')], max_length=18, verbose_name='acte'),
        ),
        migrations.AlterField(
            model_name='versionevent',
            name='act',
            field=models.CharField(choices=[('numerotee', 'numérotée'), ('decision', 'présentation ou adoption'), ('revue', 'revue demandée'), ('ouverture', 'revue ouverte'), ('remarque', 'remarque'), ('reponse', 'suite donnée à une remarque'), ('fermeture', 'revue fermée'), ('avis', 'avis rendu'), ('verification', 'émetteur vérifié'), ('fin-verification', 'vérification de l’émetteur retirée')], max_length=16, verbose_name='acte'),
        ),
        migrations.CreateModel(
            name='Attestation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='date')),
                ('by_words', models.CharField(max_length=300, verbose_name='nom de l’auteur')),
                ('words', models.TextField(verbose_name='récit')),
                ('reference', models.CharField(db_index=True, max_length=12, verbose_name='référence')),
                ('way', models.CharField(choices=[('code', 'code envoyé à l’adresse de la collectivité'), ('openid', 'identité professionnelle et SIRET'), ('redaction', 'vérification par la rédaction du site')], max_length=9, verbose_name='moyen')),
                ('trace', models.TextField(verbose_name='trace')),
                ('source', models.URLField(blank=True, max_length=500, verbose_name='source')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='auteur')),
                ('collectivity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='strategy.collectivity', verbose_name='collectivité')),
                ('draft', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='attestations', to='strategy.draft', verbose_name='brouillon')),
            ],
            options={
                'verbose_name': 'vérification d’un émetteur',
                'verbose_name_plural': 'vérifications des émetteurs',
                'ordering': ('-at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='OfficialAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(help_text='Telle que la collectivité la publie\xa0: celle de l’accueil, pas celle d’une personne.', max_length=254, verbose_name='adresse électronique')),
                ('source_url', models.URLField(help_text='Par exemple le site de la collectivité, ou l’annuaire de l’administration.', max_length=500, verbose_name='page où l’adresse a été lue')),
                ('read_on', models.DateField(verbose_name='lue le')),
                ('collectivity', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='official_address', to='strategy.collectivity', verbose_name='collectivité')),
            ],
            options={
                'verbose_name': 'adresse officielle',
                'verbose_name_plural': 'adresses officielles',
                'ordering': ('collectivity__name', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Withdrawal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='date')),
                ('by_words', models.CharField(max_length=300, verbose_name='nom de l’auteur')),
                ('reason', models.TextField(verbose_name='raison')),
                ('attestation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='withdrawal', to='strategy.attestation', verbose_name='vérification')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='auteur')),
            ],
            options={
                'verbose_name': 'vérification retirée',
                'verbose_name_plural': 'vérifications retirées',
            },
        ),
        migrations.CreateModel(
            name='IssuerCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='adresse électronique')),
                ('digest', models.CharField(max_length=64, verbose_name='empreinte du code')),
                ('mistakes', models.PositiveSmallIntegerField(default=0, verbose_name='erreurs')),
                ('sent_at', models.DateTimeField(verbose_name='envoyé le')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='demandé par')),
                ('collectivity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='strategy.collectivity', verbose_name='collectivité')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='strategy.draft', verbose_name='brouillon')),
            ],
            options={
                'verbose_name': 'code envoyé à une collectivité',
                'verbose_name_plural': 'codes envoyés aux collectivités',
                'constraints': [models.UniqueConstraint(fields=('draft', 'collectivity'), name='issuer_code_once_per_body')],
            },
        ),
    ]
