"""Rules of suggestion."""

import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import reen.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reen', '0008_short_sheets'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='SuggestionRule',
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
                ('title', models.CharField(help_text='Pour vous\u202f; n’est pas montré.', max_length=255, verbose_name='nom de la règle')),
                ('kind', models.CharField(choices=[('obligation', 'obligation'), ('taille', 'taille'), ('nature', 'nature de la collectivité'), ('theme', 'thème'), ('effort', 'effort'), ('retour', 'retour d’expérience'), ('chaine', 'enchaînement'), ('depart', 'point de départ')], max_length=20, verbose_name='sujet de la raison')),
                ('reason', models.TextField(help_text='Une phrase. Mots remplacés\xa0: {theme}, et selon le déclencheur {exigence}, {retour}, {action} ou {nombre}.', verbose_name='raison donnée')),
                ('weight', models.PositiveSmallIntegerField(help_text='De 1 à 100\u202f; ceux des règles qui valent pour une action s’ajoutent.', validators=[django.core.validators.MinValueValidator(1, 'Donnez au moins 1 point.'), django.core.validators.MaxValueValidator(100, 'Donnez au plus 100 points.')], verbose_name='points')),
                ('trigger', models.CharField(blank=True, choices=[('theme', 'aucune action retenue dans le thème de l’action'), ('exigence', 'l’action sert une exigence sans réponse'), ('retour', 'une collectivité semblable l’a fait'), ('suite', 'elle fait suite à une action retenue'), ('prealable', 'une action retenue ou suggérée la demande d’abord'), ('ouverture', 'd’autres actions la demandent d’abord, et elle n’en demande aucune')], max_length=20, verbose_name='déclencheur')),
                ('kinds', reen.fields.VocabularySetField(blank=True, max_length=255, verbose_name='types de collectivité')),
                ('sizes', reen.fields.VocabularySetField(blank=True, max_length=255, verbose_name='tailles de collectivité')),
                ('answers', reen.fields.VocabularySetField(blank=True, max_length=255, verbose_name='réponses de la loi')),
                ('themes', reen.fields.VocabularySetField(blank=True, max_length=255, verbose_name='thèmes')),
                ('efforts', reen.fields.VocabularySetField(blank=True, max_length=255, verbose_name='effort, à cette taille')),
                ('costs', reen.fields.VocabularySetField(blank=True, max_length=255, verbose_name='coût, à cette taille')),
                ('horizons', reen.fields.VocabularySetField(blank=True, max_length=255, verbose_name='délai, à cette taille')),
                ('lighter', models.BooleanField(default=False, verbose_name='moins d’effort pour une petite collectivité que pour une grande')),
                ('only_kinds', reen.fields.VocabularySetField(blank=True, max_length=255, verbose_name='faite seulement pour ces types')),
                ('only_sizes', reen.fields.VocabularySetField(blank=True, max_length=255, verbose_name='faite seulement pour ces tailles')),
                ('actions', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='suggestion_rules', to='reen.action', verbose_name='parmi ces actions')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
                ('requirements', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='suggestion_rules', to='reen.requirement', verbose_name='sert une de ces exigences')),
            ],
            options={
                'verbose_name': 'règle de suggestion',
                'verbose_name_plural': 'règles de suggestion',
                'ordering': ('-weight', 'ref'),
            },
        ),
    ]
