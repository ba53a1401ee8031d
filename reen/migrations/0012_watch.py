import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('contenttypes', '0002_remove_content_type_name'),
        ('reen', '0011_moderation'),
    ]

    operations = [
        migrations.CreateModel(
            name='ReviewPeriods',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('requirement', models.PositiveSmallIntegerField(default=6, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(120)], verbose_name='exigences')),
                ('legaltext', models.PositiveSmallIntegerField(default=6, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(120)], verbose_name='textes de loi')),
                ('action', models.PositiveSmallIntegerField(default=12, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(120)], verbose_name='actions')),
                ('indicator', models.PositiveSmallIntegerField(default=12, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(120)], verbose_name='indicateurs')),
                ('resource', models.PositiveSmallIntegerField(default=12, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(120)], verbose_name='ressources')),
                ('fieldreport', models.PositiveSmallIntegerField(default=24, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(120)], verbose_name='retours d’expérience')),
                ('page', models.PositiveSmallIntegerField(default=12, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(120)], verbose_name='pages de la loi et des thèmes')),
            ],
            options={
                'verbose_name': 'délais de relecture',
                'verbose_name_plural': 'délais de relecture',
            },
        ),
        migrations.CreateModel(
            name='WebAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('url', models.CharField(max_length=600, unique=True, verbose_name='adresse')),
                ('state', models.CharField(choices=[('inconnue', 'jamais contrôlée'), ('repond', 'répond'), ('echoue', 'à revoir'), ('morte', 'ne répond plus'), ('refusee', 'jamais demandée')], db_index=True, default='inconnue', max_length=10, verbose_name='état')),
                ('answer', models.CharField(blank=True, max_length=255, verbose_name='dernière réponse')),
                ('moved_to', models.CharField(blank=True, max_length=600, verbose_name='déplacée vers')),
                ('failures', models.PositiveSmallIntegerField(default=0, verbose_name='échecs de suite')),
                ('failing_since', models.DateTimeField(blank=True, null=True, verbose_name='en échec depuis')),
                ('checked_at', models.DateTimeField(blank=True, null=True, verbose_name='contrôlée le')),
                ('next_check_at', models.DateTimeField(db_index=True, verbose_name='à contrôler le')),
            ],
            options={
                'verbose_name': 'adresse citée',
                'verbose_name_plural': 'adresses citées',
                'ordering': ('url',),
            },
        ),
        migrations.CreateModel(
            name='DigestReader',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('wanted', models.BooleanField(default=True, verbose_name='recevoir chaque mois le point sur la veille')),
                ('last_month', models.DateField(blank=True, editable=False, null=True, verbose_name='dernier mois envoyé')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='compte')),
            ],
            options={
                'verbose_name': 'lecture du point mensuel',
                'verbose_name_plural': 'lectures du point mensuel',
            },
        ),
        migrations.CreateModel(
            name='FruitlessSearch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('where', models.CharField(max_length=40, verbose_name='liste')),
                ('words', models.CharField(max_length=60, verbose_name='mots')),
                ('times', models.PositiveIntegerField(default=1, verbose_name='fois')),
                ('last_on', models.DateField(db_index=True, verbose_name='dernière fois')),
            ],
            options={
                'verbose_name': 'recherche sans résultat',
                'verbose_name_plural': 'recherches sans résultat',
                'ordering': ('-times', '-last_on', 'pk'),
                'constraints': [models.UniqueConstraint(fields=('where', 'words'), name='search_counted_once')],
            },
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.PositiveBigIntegerField(verbose_name='fiche')),
                ('title', models.CharField(max_length=255, verbose_name='fiche, telle qu’elle se nommait')),
                ('wrong', models.TextField(max_length=4000, verbose_name='ce qui ne va pas')),
                ('proposal', models.TextField(blank=True, max_length=4000, verbose_name='rédaction ou source proposée')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique')),
                ('sent_at', models.DateTimeField(auto_now_add=True, verbose_name='envoyée le')),
                ('state', models.CharField(choices=[('nouvelle', 'nouvelle'), ('retenue', 'retenue'), ('ecartee', 'écartée')], db_index=True, default='nouvelle', max_length=10, verbose_name='état')),
                ('why', models.TextField(blank=True, max_length=2000, verbose_name='pourquoi')),
                ('handled_at', models.DateTimeField(blank=True, null=True, verbose_name='traitée le')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype', verbose_name='type de fiche')),
                ('handled_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='traitée par')),
            ],
            options={
                'verbose_name': 'correction proposée',
                'verbose_name_plural': 'corrections proposées',
                'ordering': ('-sent_at', '-pk'),
                'abstract': False,
                'indexes': [models.Index(fields=['content_type', 'object_id'], name='reen_correc_content_6be9c8_idx')],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.PositiveBigIntegerField(verbose_name='fiche')),
                ('rule', models.CharField(max_length=40, verbose_name='règle')),
                ('field', models.CharField(max_length=40, verbose_name='champ')),
                ('words', models.CharField(max_length=255, verbose_name='constat')),
                ('found_on', models.DateField(verbose_name='constaté le')),
                ('set_aside_on', models.DateField(blank=True, null=True, verbose_name='laissé de côté le')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype', verbose_name='type de fiche')),
                ('set_aside_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='laissé de côté par')),
            ],
            options={
                'verbose_name': 'constat',
                'verbose_name_plural': 'constats',
                'ordering': ('rule', 'content_type', 'object_id', 'pk'),
                'abstract': False,
                'indexes': [models.Index(fields=['content_type', 'object_id'], name='reen_findin_content_a167cb_idx')],
                'constraints': [models.UniqueConstraint(fields=('content_type', 'object_id', 'rule', 'field', 'words'), name='finding_made_once')],
            },
        ),
        migrations.CreateModel(
            name='Citation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('object_id', models.PositiveBigIntegerField(verbose_name='fiche')),
                ('field', models.CharField(max_length=40, verbose_name='champ')),
                ('content_type', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='contenttypes.contenttype', verbose_name='type de fiche')),
                ('address', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='citations', to='reen.webaddress', verbose_name='adresse')),
            ],
            options={
                'verbose_name': 'citation d’une adresse',
                'verbose_name_plural': 'citations d’adresses',
                'ordering': ('pk',),
                'abstract': False,
                'indexes': [models.Index(fields=['content_type', 'object_id'], name='reen_citati_content_3b8a21_idx')],
                'constraints': [models.UniqueConstraint(fields=('content_type', 'object_id', 'field', 'address'), name='citation_once_per_field')],
            },
        ),
    ]
