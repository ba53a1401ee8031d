"""Actions and their links, and the record of what was loaded."""

import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import reen.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reen', '0005_catalogue'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='Action',
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
                ('ref', models.SlugField(help_text='Ne change plus une fois publiée.', max_length=80, unique=True, verbose_name='référence')),
                ('title', models.CharField(max_length=255, verbose_name='titre')),
                ('sources', reen.fields.StreamField([], blank=True, verbose_name='sources')),
                ('certainty', models.CharField(choices=[('confirme', 'vérifié'), ('corrige', 'vérifié et corrigé'), ('a_confirmer', 'à confirmer'), ('lu', 'lu, sans seconde lecture')], default='lu', max_length=20, verbose_name='fiabilité')),
                ('caution', models.TextField(blank=True, help_text='Ce qui reste à confirmer\u202f; toujours affiché avec la fiche.', verbose_name='réserve')),
                ('checked_on', models.DateField(null=True, verbose_name='vérifié le')),
                ('edition', models.PositiveIntegerField(default=0, editable=False, serialize=False, verbose_name='révision')),
                ('theme', models.CharField(choices=[('axe-0-pilotage', 'Pilotage, mesure et gouvernance'), ('axe-1-commande-publique', 'Commande publique locale et durable'), ('axe-2-cycle-de-vie', 'Gestion durable et de proximité du matériel'), ('axe-3-ecoconception', 'Écoconception des sites et des services numériques'), ('axe-4-elus-agents', 'Sensibilisation des élus et des agents'), ('axe-5-citoyens-inclusion', 'Démarche numérique responsable auprès de tous'), ('axe-6-territoire-donnees', 'Territoire connecté et durable, données')], max_length=40, verbose_name='thème')),
                ('summary', models.TextField(verbose_name='en une ligne')),
                ('why', models.TextField(verbose_name='pourquoi')),
                ('steps', reen.fields.StreamField([], verbose_name='premières étapes')),
                ('who_small', models.TextField(blank=True, verbose_name='qui le fait, petite collectivité')),
                ('who_large', models.TextField(blank=True, verbose_name='qui le fait, grande collectivité')),
                ('prerequisites', reen.fields.StreamField([], blank=True, verbose_name='prérequis')),
                ('evidence', reen.fields.StreamField([], blank=True, verbose_name='preuves à garder')),
                ('pitfall', models.TextField(verbose_name='piège habituel')),
                ('small_case', models.TextField(blank=True, verbose_name='le cas d’une petite commune')),
                ('sharing', models.TextField(blank=True, verbose_name='mutualisation')),
                ('effect_quantified', models.BooleanField(default=False, verbose_name='effet chiffré par la source')),
                ('effect_text', models.TextField(verbose_name='effet attendu')),
                ('effect_low', models.FloatField(blank=True, null=True, verbose_name='valeur basse')),
                ('effect_high', models.FloatField(blank=True, null=True, verbose_name='valeur haute')),
                ('effect_unit', models.CharField(blank=True, max_length=120, verbose_name='unité')),
                ('effect_perimeter', models.TextField(blank=True, verbose_name='périmètre')),
                ('effect_source_url', models.URLField(blank=True, max_length=500, verbose_name='adresse de la source')),
                ('effort_small', models.CharField(blank=True, choices=[('faible', 'effort faible'), ('moyen', 'effort moyen'), ('fort', 'effort fort')], max_length=10, verbose_name='effort, petite')),
                ('effort_large', models.CharField(blank=True, choices=[('faible', 'effort faible'), ('moyen', 'effort moyen'), ('fort', 'effort fort')], max_length=10, verbose_name='effort, grande')),
                ('effort_why', models.TextField(blank=True, verbose_name='pourquoi cet effort')),
                ('cost_small', models.CharField(blank=True, choices=[('€', '€\xa0: temps agent, ou moins de quelques milliers d’euros'), ('€€', '€€\xa0: quelques dizaines de milliers d’euros'), ('€€€', '€€€\xa0: investissement important')], max_length=10, verbose_name='coût, petite')),
                ('cost_large', models.CharField(blank=True, choices=[('€', '€\xa0: temps agent, ou moins de quelques milliers d’euros'), ('€€', '€€\xa0: quelques dizaines de milliers d’euros'), ('€€€', '€€€\xa0: investissement important')], max_length=10, verbose_name='coût, grande')),
                ('cost_why', models.TextField(blank=True, verbose_name='pourquoi ce coût')),
                ('horizon_small', models.CharField(blank=True, choices=[('court', 'moins d’un an'), ('moyen', 'un à trois ans'), ('long', 'plus de trois ans')], max_length=10, verbose_name='horizon, petite')),
                ('horizon_large', models.CharField(blank=True, choices=[('court', 'moins d’un an'), ('moyen', 'un à trois ans'), ('long', 'plus de trois ans')], max_length=10, verbose_name='horizon, grande')),
                ('horizon_why', models.TextField(blank=True, verbose_name='pourquoi cet horizon')),
                ('kinds', reen.fields.VocabularySetField(max_length=255, verbose_name='types de collectivité')),
                ('sizes', reen.fields.VocabularySetField(max_length=255, verbose_name='tailles')),
                ('fit', models.TextField(blank=True, verbose_name='à qui elle convient')),
                ('search_text', reen.fields.SearchTextField(blank=True, default='', editable=False, serialize=False)),
                ('before', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='after', to='reen.action', verbose_name='à faire avant')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
                ('related', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='related_from', to='reen.action', verbose_name='actions voisines')),
                ('field_reports', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='actions', to='reen.fieldreport', verbose_name='retours d’expérience')),
                ('indicators', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='actions', to='reen.indicator', verbose_name='indicateurs')),
                ('legal_texts', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='actions', to='reen.legaltext', verbose_name='textes de loi')),
                ('requirements', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='actions', to='reen.requirement', verbose_name='exigences')),
                ('resources', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='actions', to='reen.resource', verbose_name='ressources')),
            ],
            options={
                'verbose_name': 'action',
                'verbose_name_plural': 'actions',
                'ordering': ('theme', 'title'),
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='LoadedContent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=160, unique=True, verbose_name='clé')),
                ('object_id', models.PositiveBigIntegerField(verbose_name='objet')),
                ('digest', models.CharField(max_length=64, verbose_name='empreinte')),
                ('revision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='révision')),
            ],
            options={
                'verbose_name': 'contenu chargé',
                'verbose_name_plural': 'contenus chargés',
            },
        ),
    ]
