"""The equipment of the organisation and the order of magnitude of the territory."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('strategy', '0002_draft'),
    ]

    operations = [
        migrations.CreateModel(
            name='Footprint',
            fields=[
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='footprint', serialize=False, to='strategy.draft', verbose_name='brouillon')),
                ('edition', models.CharField(max_length=20, verbose_name='édition des facteurs')),
                ('year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='année de l’inventaire')),
                ('electricity', models.CharField(max_length=40, verbose_name='électricité')),
                ('electricity_own', models.DecimalField(blank=True, decimal_places=4, max_digits=12, null=True, verbose_name='votre facteur d’électricité')),
                ('electricity_reason', models.CharField(blank=True, max_length=300, verbose_name='motif, électricité')),
                ('pue', models.CharField(max_length=40, verbose_name='lieu des serveurs')),
                ('pue_own', models.DecimalField(blank=True, decimal_places=4, max_digits=12, null=True, verbose_name='votre PUE')),
                ('pue_reason', models.CharField(blank=True, max_length=300, verbose_name='motif, PUE')),
            ],
            options={
                'verbose_name': 'empreinte de l’organisation',
                'verbose_name_plural': 'empreintes des organisations',
            },
        ),
        migrations.CreateModel(
            name='TerritoryFootprint',
            fields=[
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='territory_footprint', serialize=False, to='strategy.draft', verbose_name='brouillon')),
                ('edition', models.CharField(max_length=20, verbose_name='édition des facteurs')),
                ('retained', models.BooleanField(default=False, verbose_name='reprise dans la stratégie')),
                ('population', models.PositiveIntegerField(blank=True, null=True, verbose_name='habitants, chiffre saisi')),
                ('population_source', models.CharField(blank=True, max_length=300, verbose_name='source du nombre d’habitants')),
                ('per_inhabitant', models.DecimalField(blank=True, decimal_places=4, max_digits=12, null=True, verbose_name='votre chiffre par habitant')),
                ('per_inhabitant_source', models.CharField(blank=True, max_length=300, verbose_name='source de votre chiffre')),
                ('per_inhabitant_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='année de votre chiffre')),
            ],
            options={
                'verbose_name': 'ordre de grandeur du territoire',
                'verbose_name_plural': 'ordres de grandeur des territoires',
            },
        ),
        migrations.CreateModel(
            name='FootprintLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ref', models.CharField(max_length=60, verbose_name='type d’équipement')),
                ('number', models.PositiveIntegerField(verbose_name='nombre')),
                ('refurbished', models.PositiveIntegerField(default=0, verbose_name='dont reconditionnés')),
                ('lifetime', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, verbose_name='durée d’usage, en années')),
                ('making', models.DecimalField(blank=True, decimal_places=4, max_digits=12, null=True, verbose_name='votre facteur de fabrication')),
                ('consumption', models.DecimalField(blank=True, decimal_places=4, max_digits=12, null=True, verbose_name='votre consommation')),
                ('avoided', models.DecimalField(blank=True, decimal_places=4, max_digits=12, null=True, verbose_name='votre valeur évitée')),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='motif')),
                ('footprint', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='strategy.footprint', verbose_name='empreinte')),
            ],
            options={
                'verbose_name': 'ligne d’équipement',
                'verbose_name_plural': 'lignes d’équipement',
                'ordering': ('pk',),
                'constraints': [models.UniqueConstraint(fields=('footprint', 'ref'), name='equipment_once_per_footprint')],
            },
        ),
    ]
