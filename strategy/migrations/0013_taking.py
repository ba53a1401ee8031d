import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("strategy", "0012_review"),
    ]

    operations = [
        migrations.CreateModel(
            name='Taken',
            fields=[
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='taken', serialize=False, to='strategy.draft', verbose_name='brouillon')),
                ('reference', models.CharField(max_length=12, verbose_name='référence imprimée')),
                ('origin', models.CharField(max_length=300, verbose_name='ce que le fichier était')),
                ('text', models.TextField(verbose_name='document')),
                ('at', models.DateTimeField(verbose_name='repris le')),
                ('remarks', models.JSONField(default=list, verbose_name='ce qui n’a pas suivi')),
            ],
            options={
                'verbose_name': 'document repris',
                'verbose_name_plural': 'documents repris',
            },
        ),
    ]
