import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import reen.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models

from reen.rules.names import plain, searchable

SUBJECTS = {
    "numerique responsable": "numerique-responsable",
    "cybersecurite": "cybersecurite",
    "donnees": "donnees",
    "urbanisme": "urbanisme",
    "dematerialisation": "dematerialisation",
    "accessibilite": "accessibilite",
    "financement": "financement",
}


def tell_subjects_and_producers(apps, schema_editor):
    """The subjects that the free text named, and the producers as they are looked for; nothing else is guessed."""
    resources = apps.get_model("reen", "Resource").objects.order_by()
    for text in set(resources.values_list("subject", flat=True)):
        found = [value for words, value in SUBJECTS.items() if words in plain(text)]
        resources.filter(subject=text).update(subjects=found)
    for producer in set(resources.values_list("producer", flat=True)):
        resources.filter(producer=producer).update(producer_text=searchable(producer))


class Migration(migrations.Migration):
    dependencies = [
        ("reen", "0013_imports"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
    ]

    operations = [
        migrations.AddField(
            model_name='fieldreport',
            name='kinds',
            field=reen.fields.VocabularySetField(blank=True, help_text='Sert à filtrer\u202f; les mots exacts restent dans «\u202ftype de collectivité\u202f».', max_length=255, verbose_name='type le plus proche'),
        ),
        migrations.AddField(
            model_name='resource',
            name='audiences',
            field=reen.fields.VocabularySetField(blank=True, max_length=255, verbose_name='publics, pour filtrer'),
        ),
        migrations.AddField(
            model_name='resource',
            name='availability',
            field=models.TextField(blank=True, verbose_name='disponibilité'),
        ),
        migrations.AddField(
            model_name='resource',
            name='family',
            field=models.CharField(choices=[('guides', 'guides, fiches et dossiers'), ('etudes', 'études et rapports'), ('referentiels', 'référentiels, standards et données'), ('modeles', 'modèles et kits à reprendre'), ('outils', 'outils et services en ligne'), ('formations', 'formations, ateliers et webinaires'), ('catalogues', 'catalogues, annuaires et portails'), ('accompagnements', 'labels et accompagnements')], default='', max_length=20, verbose_name='famille'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='resource',
            name='measured',
            field=models.TextField(blank=True, verbose_name='indicateurs mesurés'),
        ),
        migrations.AddField(
            model_name='resource',
            name='needs',
            field=reen.fields.VocabularySetField(max_length=255, verbose_name='besoins'),
        ),
        migrations.AddField(
            model_name='resource',
            name='openness',
            field=models.TextField(blank=True, help_text='Des données, du code.', verbose_name='ouverture'),
        ),
        migrations.AddField(
            model_name='resource',
            name='producer_text',
            field=reen.fields.SearchTextField(blank=True, default='', editable=False, of='producer', serialize=False, verbose_name='producteur cherché'),
        ),
        migrations.AddField(
            model_name='resource',
            name='qualitative',
            field=models.TextField(blank=True, verbose_name='évaluation qualitative'),
        ),
        migrations.AddField(
            model_name='resource',
            name='quantitative',
            field=models.TextField(blank=True, verbose_name='évaluation quantitative'),
        ),
        migrations.AddField(
            model_name='resource',
            name='scope',
            field=models.TextField(blank=True, help_text='L’organisation, le territoire, ou les deux.', verbose_name='périmètre'),
        ),
        migrations.AddField(
            model_name='resource',
            name='sizes',
            field=reen.fields.VocabularySetField(blank=True, help_text='Aucune case cochée\xa0: convient à toutes les tailles.', max_length=255, verbose_name='tailles de collectivité'),
        ),
        migrations.AddField(
            model_name='resource',
            name='subjects',
            field=reen.fields.VocabularySetField(max_length=255, verbose_name='sujets'),
        ),
        migrations.AddField(
            model_name='resource',
            name='support',
            field=models.TextField(blank=True, help_text='Documentaire, méthodologique ou humain.', verbose_name='accompagnement proposé'),
        ),
        migrations.AddField(
            model_name='resource',
            name='tried',
            field=models.TextField(blank=True, verbose_name='essayé avec des collectivités'),
        ),
        migrations.AlterField(
            model_name='resource',
            name='audience',
            field=models.CharField(blank=True, help_text='Tel que le dit le producteur.', max_length=255, verbose_name='public visé'),
        ),
        migrations.AlterField(
            model_name='resource',
            name='type',
            field=models.CharField(help_text='Le mot précis\xa0: «\u202fguide\u202f», «\u202flogiciel libre\u202f»…', max_length=120, verbose_name='type'),
        ),
        migrations.CreateModel(
            name='ResourceDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('title', models.CharField(blank=True, help_text='Vide\xa0: le titre du document dans la bibliothèque.', max_length=255, verbose_name='titre')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtaildocs.document', verbose_name='document')),
                ('resource', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='documents', to='reen.resource', verbose_name='ressource')),
            ],
            options={
                'verbose_name': 'document joint',
                'verbose_name_plural': 'documents joints',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ResourceList',
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
                ('introduction', models.TextField(help_text='À qui la liste s’adresse et comment s’en servir, en deux phrases.', verbose_name='introduction')),
                ('search_text', reen.fields.SearchTextField(blank=True, default='', editable=False, serialize=False)),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='live revision')),
                ('locked_by', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='locked_%(class)ss', to=settings.AUTH_USER_MODEL, verbose_name='locked by')),
            ],
            options={
                'verbose_name': 'liste de ressources',
                'verbose_name_plural': 'listes de ressources',
                'ordering': ('title',),
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='ResourceListItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('why', models.CharField(help_text='Une ligne.', max_length=255, verbose_name='pourquoi')),
                ('resource', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='listed', to='reen.resource', verbose_name='ressource')),
                ('resource_list', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='reen.resourcelist', verbose_name='liste')),
            ],
            options={
                'verbose_name': 'ressource d’une liste',
                'verbose_name_plural': 'ressources d’une liste',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.RunPython(tell_subjects_and_producers, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name='resource',
            name='subject',
        ),
    ]
