import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reen", "0012_watch"), ("wagtailcore", "0098_apitoken")]

    operations = [
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=40, verbose_name='sorte de fiches')),
                ('file_name', models.CharField(max_length=255, verbose_name='fichier')),
                ('created_at', models.DateTimeField(auto_now_add=True, verbose_name='envoyé le')),
                ('applied_at', models.DateTimeField(null=True, verbose_name='importé le')),
                ('undone_at', models.DateTimeField(null=True, verbose_name='annulé le')),
                ('table', models.JSONField(null=True, verbose_name='tableau lu')),
                ('mapping', models.JSONField(default=dict, help_text='Pour chaque en-tête, le nom du champ, ou rien.', verbose_name='colonnes')),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='importé par')),
            ],
            options={
                'verbose_name': 'import',
                'verbose_name_plural': 'imports',
                'ordering': ('-created_at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='ImportedEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row', models.PositiveIntegerField(verbose_name='ligne')),
                ('object_id', models.PositiveBigIntegerField(verbose_name='fiche')),
                ('ref', models.CharField(max_length=80, verbose_name='référence')),
                ('title', models.CharField(max_length=255, verbose_name='titre')),
                ('created', models.BooleanField(default=False, verbose_name='créée')),
                ('before', models.JSONField(encoder=django.core.serializers.json.DjangoJSONEncoder, null=True, verbose_name='contenu d’avant')),
                ('was_draft', models.BooleanField(default=False, verbose_name='avait un brouillon')),
                ('undone', models.CharField(blank=True, max_length=255, verbose_name='annulation')),
                ('revision', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='révision de l’import')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='reen.importrun', verbose_name='import')),
            ],
            options={
                'verbose_name': 'fiche importée',
                'verbose_name_plural': 'fiches importées',
                'ordering': ('row', 'pk'),
            },
        ),
    ]
