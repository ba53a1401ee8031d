import django.db.models.deletion
import reen.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reen', '0014_resources'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='IndexRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=160, unique=True, verbose_name='clé')),
                ('kind', models.CharField(choices=[('action', 'Actions'), ('loi', 'Articles de la loi'), ('voisine', 'Obligations voisines'), ('exigence', 'Exigences du décret'), ('theme', 'Thèmes'), ('indicateur', 'Indicateurs'), ('ressource', 'Ressources'), ('liste', 'Listes de ressources'), ('retour', 'Retours d’expérience'), ('page', 'Pages du site')], max_length=20, verbose_name='nature')),
                ('themes', reen.fields.VocabularySetField(blank=True, max_length=255, verbose_name='thèmes')),
                ('url', models.CharField(max_length=500, verbose_name='adresse')),
                ('revised_at', models.DateTimeField(db_index=True, null=True, verbose_name='révisé le')),
                ('published_at', models.DateTimeField(null=True, verbose_name='publié le')),
                ('title', models.CharField(max_length=600, verbose_name='titre')),
                ('line', models.TextField(blank=True, verbose_name='en une ligne')),
                ('text', models.TextField(blank=True, verbose_name='texte')),
            ],
            options={
                'verbose_name': 'ligne de l’index',
                'verbose_name_plural': 'lignes de l’index',
                'ordering': ('pk',),
            },
        ),
        migrations.AddField(
            model_name='legaltext',
            name='kinds',
            field=reen.fields.VocabularySetField(blank=True, help_text='Ceux que le texte oblige\u202f; aucun s’il informe ou permet sans obliger.', max_length=255, verbose_name='types de collectivité tenus'),
        ),
        migrations.AddField(
            model_name='legaltext',
            name='population_from',
            field=models.PositiveIntegerField(blank=True, help_text='Le premier chiffre tenu\xa0: 50\u202f001 pour «\u202fplus de 50\u202f000\u202f». Vide si le texte ne fixe pas de seuil.', null=True, verbose_name='à partir de (habitants)'),
        ),
        migrations.CreateModel(
            name='Synonyms',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('live', models.BooleanField(default=True, editable=False, verbose_name='live')),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False, verbose_name='has unpublished changes')),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True, verbose_name='first published at')),
                ('last_published_at', models.DateTimeField(editable=False, null=True, verbose_name='last published at')),
                ('go_live_at', models.DateTimeField(blank=True, null=True, verbose_name='go live date/time')),
                ('expire_at', models.DateTimeField(blank=True, null=True, verbose_name='expiry date/time')),
                ('expired', models.BooleanField(default=False, editable=False, verbose_name='expired')),
                ('locked', models.BooleanField(default=False, editable=False, verbose_name='locked')),
                ('locked_at', models.DateTimeField(editable=False, null=True, verbose_name='locked at')),
                ('ref', models.SlugField(max_length=80, unique=True, verbose_name='référence')),
                ('terms', models.TextField(help_text='Un mot, un sigle ou une expression par ligne. Accents, pluriels et majuscules ne comptent pas.', verbose_name='mots équivalents')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
            ],
            options={
                'verbose_name': 'mots équivalents',
                'verbose_name_plural': 'mots équivalents',
                'ordering': ('ref',),
            },
        ),
        migrations.CreateModel(
            name='IndexWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(db_index=True, max_length=40, verbose_name='mot')),
                ('stem', models.CharField(max_length=40, verbose_name='racine')),
                ('weight', models.FloatField(verbose_name='poids')),
                ('row', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='reen.indexrow', verbose_name='ligne')),
            ],
            options={
                'verbose_name': 'mot de l’index',
                'verbose_name_plural': 'mots de l’index',
                'ordering': ('pk',),
                'indexes': [models.Index(fields=['stem', 'row'], name='index_word_stem')],
            },
        ),
    ]
