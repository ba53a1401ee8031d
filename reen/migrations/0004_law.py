"""What the law asks: its articles and the requirements of the decree."""

import django.db.models.deletion
import modelsearch.index
import reen.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reen', '0003_finalize_base_page'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='LegalText',
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
                ('group', models.CharField(choices=[('article', 'article de la loi REEN'), ('voisine', 'obligation voisine')], max_length=20, verbose_name='groupe')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='rang')),
                ('number', models.CharField(blank=True, max_length=40, verbose_name='numéro d’article')),
                ('summary', models.TextField(verbose_name='ce qu’il demande')),
                ('who', models.TextField(verbose_name='qui est concerné')),
                ('importance', models.CharField(blank=True, max_length=40, verbose_name='importance')),
                ('timetable', reen.fields.StreamField([], blank=True, verbose_name='échéances')),
                ('codified', models.TextField(blank=True, verbose_name='codifié')),
                ('note', models.TextField(blank=True, verbose_name='remarque')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
            ],
            options={
                'verbose_name': 'texte de loi',
                'verbose_name_plural': 'textes de loi',
                'ordering': ('group', 'order'),
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Requirement',
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
                ('part', models.CharField(choices=[('programme', 'Programme de travail'), ('strategie', 'Stratégie'), ('bilan', 'Bilan annuel')], max_length=20, verbose_name='partie')),
                ('order', models.PositiveSmallIntegerField(default=0, verbose_name='rang')),
                ('explanation', models.TextField(verbose_name='ce qui est demandé')),
                ('how', models.TextField(help_text='Conseil de la rédaction.', verbose_name='comment bien y répondre')),
                ('mandatory', models.BooleanField(default=True, verbose_name='obligatoire')),
                ('basis', models.CharField(max_length=255, verbose_name='fondement')),
                ('deadline', models.DateField(blank=True, null=True, verbose_name='échéance')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
            ],
            options={
                'verbose_name': 'exigence',
                'verbose_name_plural': 'exigences',
                'ordering': ('order',),
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
    ]
