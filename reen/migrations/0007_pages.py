"""The pages of the site."""

import django.db.models.deletion
import modelcluster.fields
import reen.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reen', '0006_actions'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('lead', models.TextField(verbose_name='en deux phrases')),
                ('call_to_action', models.CharField(max_length=80, verbose_name='bouton')),
                ('reassurance', models.CharField(blank=True, max_length=255, verbose_name='sous le bouton')),
                ('sections', reen.fields.StreamField([], blank=True, verbose_name='rubriques')),
                ('sources', reen.fields.StreamField([], blank=True, verbose_name='sources')),
                ('checked_on', models.DateField(null=True, verbose_name='vérifié le')),
            ],
            options={
                'verbose_name': 'page d’accueil',
                'verbose_name_plural': 'pages d’accueil',
            },
            bases=('reen.basepage',),
        ),
        migrations.CreateModel(
            name='LawIndexPage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(verbose_name='introduction')),
                ('chapters', reen.fields.StreamField([], blank=True, verbose_name='chapitres de la loi')),
                ('unread_note', models.TextField(blank=True, help_text='La phrase qui les nomme.', verbose_name='articles non lus')),
                ('decree_title', models.CharField(blank=True, max_length=255, verbose_name='titre')),
                ('decree_reference', models.TextField(blank=True, verbose_name='référence')),
                ('decree_introduction', models.TextField(blank=True, verbose_name='introduction')),
                ('decree_body', reen.fields.StreamField([], blank=True, verbose_name='texte')),
                ('decree_caution', models.TextField(blank=True, verbose_name='réserve')),
                ('sources', reen.fields.StreamField([], blank=True, verbose_name='sources')),
                ('checked_on', models.DateField(null=True, verbose_name='vérifié le')),
            ],
            options={
                'verbose_name': 'page de la loi',
                'verbose_name_plural': 'pages de la loi',
            },
            bases=('reen.basepage',),
        ),
        migrations.CreateModel(
            name='PlainPage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('body', reen.fields.StreamField([], verbose_name='texte')),
            ],
            options={
                'verbose_name': 'page simple',
                'verbose_name_plural': 'pages simples',
            },
            bases=('reen.basepage',),
        ),
        migrations.CreateModel(
            name='ThemeIndexPage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(blank=True, verbose_name='introduction')),
            ],
            options={
                'verbose_name': 'liste des thèmes',
                'verbose_name_plural': 'listes des thèmes',
            },
            bases=('reen.basepage',),
        ),
        migrations.CreateModel(
            name='ThemePage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('theme', models.CharField(choices=[('axe-0-pilotage', 'Pilotage, mesure et gouvernance'), ('axe-1-commande-publique', 'Commande publique locale et durable'), ('axe-2-cycle-de-vie', 'Gestion durable et de proximité du matériel'), ('axe-3-ecoconception', 'Écoconception des sites et des services numériques'), ('axe-4-elus-agents', 'Sensibilisation des élus et des agents'), ('axe-5-citoyens-inclusion', 'Démarche numérique responsable auprès de tous'), ('axe-6-territoire-donnees', 'Territoire connecté et durable, données')], max_length=40, unique=True, verbose_name='thème')),
                ('decree_item', models.CharField(blank=True, max_length=10, verbose_name='alinéa du décret')),
                ('precision', models.CharField(blank=True, max_length=255, verbose_name='précision')),
                ('introduction', models.TextField(verbose_name='introduction')),
                ('sources', reen.fields.StreamField([], blank=True, verbose_name='sources')),
                ('checked_on', models.DateField(null=True, verbose_name='vérifié le')),
            ],
            options={
                'verbose_name': 'thème',
                'verbose_name_plural': 'thèmes',
            },
            bases=('reen.basepage',),
        ),
        migrations.CreateModel(
            name='ArticlePage',
            fields=[
                ('basepage_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('introduction', models.TextField(verbose_name='introduction')),
                ('body', reen.fields.StreamField([], verbose_name='texte')),
                ('sources', reen.fields.StreamField([], blank=True, verbose_name='sources')),
                ('caution', models.TextField(blank=True, verbose_name='réserve')),
                ('checked_on', models.DateField(null=True, verbose_name='vérifié le')),
                ('legal_text', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='page', to='reen.legaltext', verbose_name='texte de loi')),
                ('requirements', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='article_pages', to='reen.requirement', verbose_name='exigences')),
            ],
            options={
                'verbose_name': 'article de loi',
                'verbose_name_plural': 'articles de loi',
            },
            bases=('reen.basepage',),
        ),
    ]
