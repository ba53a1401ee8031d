"""Short action sheets, and resources that serve no theme."""

import reen.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reen', '0007_pages'),
    ]

    operations = [
        migrations.AddField(
            model_name='action',
            name='short',
            field=models.BooleanField(default=False, help_text='Les sources n’en disent pas plus\xa0: étapes, piège et effet peuvent manquer.', verbose_name='fiche courte'),
        ),
        migrations.AlterField(
            model_name='action',
            name='effect_text',
            field=models.TextField(blank=True, verbose_name='effet attendu'),
        ),
        migrations.AlterField(
            model_name='action',
            name='pitfall',
            field=models.TextField(blank=True, verbose_name='piège habituel'),
        ),
        migrations.AlterField(
            model_name='action',
            name='steps',
            field=reen.fields.StreamField([], blank=True, verbose_name='premières étapes'),
        ),
        migrations.AlterField(
            model_name='resource',
            name='themes',
            field=reen.fields.VocabularySetField(blank=True, max_length=255, verbose_name='thèmes'),
        ),
    ]
