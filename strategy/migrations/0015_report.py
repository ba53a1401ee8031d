import django.db.models.deletion
import strategy.models.files
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('strategy', '0014_notices'),
    ]

    operations = [
        migrations.CreateModel(
            name='Report',
            fields=[
                ('review', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='report', serialize=False, to='strategy.review', verbose_name='revue')),
                ('code', models.CharField(max_length=14, unique=True, verbose_name='code de vérification')),
                ('sealed_at', models.DateTimeField(verbose_name='scellé le')),
                ('text', models.TextField(verbose_name='document')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='empreinte SHA-256')),
            ],
            options={
                'verbose_name': 'rapport de conformité',
                'verbose_name_plural': 'rapports de conformité',
            },
        ),
        migrations.AddField(
            model_name='rendering',
            name='pages',
            field=models.JSONField(blank=True, default=dict, verbose_name='pages'),
        ),
        migrations.CreateModel(
            name='ReportFile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('format', models.SlugField(max_length=10, verbose_name='format')),
                ('name', models.CharField(max_length=150, verbose_name='nom du fichier')),
                ('content_type', models.CharField(max_length=100, verbose_name='type')),
                ('size', models.PositiveIntegerField(verbose_name='taille en octets')),
                ('sha256', models.CharField(max_length=64, unique=True, verbose_name='empreinte SHA-256')),
                ('file', models.FileField(max_length=200, storage=strategy.models.files.private_files, upload_to='versions/', verbose_name='fichier')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='files', to='strategy.report', verbose_name='rapport')),
            ],
            options={
                'verbose_name': 'fichier d’un rapport',
                'verbose_name_plural': 'fichiers des rapports',
                'constraints': [models.UniqueConstraint(fields=('report', 'format'), name='report_file_once')],
            },
        ),
    ]
