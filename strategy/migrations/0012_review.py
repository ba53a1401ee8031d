import django.db.models.deletion
import strategy.models.files
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('strategy', '0011_proof'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(max_length=150, verbose_name='destinataire')),
                ('message', models.TextField(blank=True, verbose_name='message')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='empreinte du lien')),
                ('made_at', models.DateTimeField(verbose_name='demandée le')),
                ('expires_at', models.DateTimeField(verbose_name='ouverte jusqu’au')),
                ('by_words', models.CharField(max_length=300, verbose_name='nom de l’auteur')),
                ('openings', models.PositiveIntegerField(default=0, verbose_name='ouvertures')),
                ('opened_at', models.DateTimeField(null=True, verbose_name='ouverte pour la première fois le')),
                ('revoked_at', models.DateTimeField(null=True, verbose_name='fermée le')),
                ('accounts', models.ManyToManyField(blank=True, related_name='reviews', to=settings.AUTH_USER_MODEL, verbose_name='comptes')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='demandée par')),
                ('first', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='later', to='strategy.review', verbose_name='première revue')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='strategy.version', verbose_name='version')),
            ],
            options={
                'verbose_name': 'revue',
                'verbose_name_plural': 'revues',
                'ordering': ('-made_at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='date')),
                ('by_words', models.CharField(max_length=300, verbose_name='nom de l’auteur')),
                ('number', models.PositiveSmallIntegerField(verbose_name='numéro')),
                ('requirement', models.SlugField(blank=True, max_length=100, verbose_name='exigence')),
                ('anchor', models.CharField(blank=True, max_length=100, verbose_name='ancre')),
                ('title', models.CharField(max_length=400, verbose_name='sur quoi')),
                ('severity', models.CharField(choices=[('bloquante', 'bloquante'), ('majeure', 'majeure'), ('mineure', 'mineure'), ('question', 'question')], max_length=9, verbose_name='gravité')),
                ('text', models.TextField(verbose_name='remarque')),
                ('nonce', models.CharField(max_length=36, verbose_name='jeton du formulaire')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='auteur')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='strategy.review', verbose_name='revue')),
            ],
            options={
                'verbose_name': 'remarque',
                'verbose_name_plural': 'remarques',
                'ordering': ('review', 'number'),
                'constraints': [models.UniqueConstraint(fields=('review', 'nonce'), name='remark_once'), models.UniqueConstraint(fields=('review', 'number'), name='remark_number_once')],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='date')),
                ('by_words', models.CharField(max_length=300, verbose_name='nom de l’auteur')),
                ('kind', models.CharField(choices=[('corrige', 'corrigé'), ('explique', 'expliqué'), ('decline', 'décliné'), ('accepte', 'réponse acceptée'), ('insiste', 'remarque maintenue')], max_length=8, verbose_name='suite')),
                ('corrected_in', models.PositiveSmallIntegerField(null=True, verbose_name='corrigé dans la version')),
                ('text', models.TextField(blank=True, verbose_name='message')),
                ('nonce', models.CharField(max_length=36, verbose_name='jeton du formulaire')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='auteur')),
                ('remark', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to='strategy.remark', verbose_name='remarque')),
                ('review', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='strategy.review', verbose_name='revue')),
            ],
            options={
                'verbose_name': 'suite d’une remarque',
                'verbose_name_plural': 'suites des remarques',
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('remark', 'nonce'), name='message_once')],
            },
        ),
        migrations.CreateModel(
            name='Verdict',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='date')),
                ('by_words', models.CharField(max_length=300, verbose_name='nom de l’auteur')),
                ('requirement', models.SlugField(max_length=100, verbose_name='exigence')),
                ('judgement', models.CharField(blank=True, choices=[('conforme', 'conforme'), ('reserve', 'réserve'), ('non-conforme', 'non conforme'), ('sans-objet', 'sans objet')], max_length=12, verbose_name='avis')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='auteur')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='verdicts', to='strategy.review', verbose_name='revue')),
            ],
            options={
                'verbose_name': 'avis sur une exigence',
                'verbose_name_plural': 'avis sur les exigences',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='VersionEvidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.PositiveIntegerField(verbose_name='numéro de l’action')),
                ('name', models.CharField(max_length=150, verbose_name='nom')),
                ('content_type', models.CharField(max_length=100, verbose_name='type')),
                ('size', models.PositiveIntegerField(verbose_name='taille en octets')),
                ('sha256', models.CharField(max_length=64, verbose_name='empreinte SHA-256')),
                ('file', models.FileField(max_length=200, storage=strategy.models.files.private_files, upload_to='preuves/', verbose_name='fichier')),
                ('added_at', models.DateTimeField(verbose_name='jointe le')),
                ('by_words', models.CharField(max_length=300, verbose_name='jointe par')),
                ('version', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='strategy.version', verbose_name='version')),
            ],
            options={
                'verbose_name': 'pièce d’une version',
                'verbose_name_plural': 'pièces des versions',
                'ordering': ('action', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('version', 'action', 'sha256'), name='version_evidence_once')],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.PositiveIntegerField(verbose_name='numéro de l’action')),
                ('name', models.CharField(max_length=150, verbose_name='nom')),
                ('content_type', models.CharField(max_length=100, verbose_name='type')),
                ('size', models.PositiveIntegerField(verbose_name='taille en octets')),
                ('sha256', models.CharField(max_length=64, verbose_name='empreinte SHA-256')),
                ('file', models.FileField(max_length=200, storage=strategy.models.files.private_files, upload_to='preuves/', verbose_name='fichier')),
                ('added_at', models.DateTimeField(verbose_name='jointe le')),
                ('by_words', models.CharField(max_length=300, verbose_name='jointe par')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='strategy.draft', verbose_name='brouillon')),
            ],
            options={
                'verbose_name': 'pièce jointe à une action',
                'verbose_name_plural': 'pièces jointes aux actions',
                'ordering': ('action', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('draft', 'action', 'sha256'), name='evidence_once')],
            },
        ),
        migrations.CreateModel(
            name='SignOff',
            fields=[
                ('review', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='signed', serialize=False, to='strategy.review', verbose_name='revue')),
                ('opinion', models.CharField(choices=[('favorable', 'favorable'), ('reserves', 'favorable avec réserves'), ('defavorable', 'défavorable')], max_length=11, verbose_name='avis')),
                ('reservations', models.TextField(blank=True, verbose_name='réserves')),
                ('name', models.CharField(max_length=150, verbose_name='nom déclaré')),
                ('organisation', models.CharField(blank=True, max_length=150, verbose_name='organisme déclaré')),
                ('at', models.DateTimeField(verbose_name='date')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='compte')),
            ],
            options={
                'verbose_name': 'avis de fin de revue',
                'verbose_name_plural': 'avis de fin de revue',
            },
        ),
    ]
