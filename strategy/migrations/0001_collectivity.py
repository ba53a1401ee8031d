"""The bodies of the official list, those typed in and the fictitious ones."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name='Collectivity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('commune', 'commune'), ('epci', 'EPCI à fiscalité propre'), ('ept', 'établissement public territorial du Grand Paris'), ('departement', 'département'), ('region', 'région'), ('syndicat', 'syndicat ou autre groupement')], max_length=12, verbose_name='catégorie')),
                ('nature', models.CharField(blank=True, choices=[('CC', 'communauté de communes'), ('CA', 'communauté d’agglomération'), ('CU', 'communauté urbaine'), ('METRO', 'métropole'), ('MET69', 'collectivité à statut particulier'), ('EPT', 'établissement public territorial'), ('OM', 'collectivité ou territoire d’outre-mer')], max_length=8, verbose_name='nature juridique')),
                ('code', models.CharField(blank=True, max_length=9, null=True, verbose_name='code')),
                ('siren', models.CharField(blank=True, db_index=True, max_length=9, verbose_name='SIREN')),
                ('name', models.CharField(max_length=200, verbose_name='nom')),
                ('department', models.CharField(blank=True, max_length=3, verbose_name='numéro de département')),
                ('department_name', models.CharField(blank=True, max_length=60, verbose_name='département')),
                ('region', models.CharField(blank=True, max_length=3, verbose_name='numéro de région')),
                ('zone', models.CharField(choices=[('metro', 'France métropolitaine'), ('drom', 'département d’outre-mer'), ('com', 'autre collectivité d’outre-mer')], default='metro', max_length=5, verbose_name='zone')),
                ('postal_codes', models.CharField(blank=True, max_length=300, verbose_name='codes postaux')),
                ('population_total', models.PositiveIntegerField(blank=True, null=True, verbose_name='population totale')),
                ('population_municipal', models.PositiveIntegerField(blank=True, null=True, verbose_name='population municipale')),
                ('population_other', models.PositiveIntegerField(blank=True, null=True, verbose_name='population, nature non précisée')),
                ('population_total_ept', models.PositiveIntegerField(blank=True, null=True, verbose_name='population totale, liste des EPT')),
                ('population_municipal_ept', models.PositiveIntegerField(blank=True, null=True, verbose_name='population municipale, liste des EPT')),
                ('official', models.BooleanField(default=False, verbose_name='dans la liste officielle')),
                ('ended', models.BooleanField(default=False, verbose_name='sortie de la liste officielle')),
                ('demonstration', models.BooleanField(default=False, verbose_name='donnée de démonstration')),
                ('millesime', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='millésime de la liste')),
                ('search_name', models.CharField(blank=True, editable=False, max_length=200)),
                ('search_key', models.TextField(blank=True, editable=False)),
                ('search_place', models.CharField(blank=True, editable=False, max_length=80)),
                ('epci', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='members', to='strategy.collectivity', verbose_name='EPCI à fiscalité propre')),
                ('ept', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='ept_members', to='strategy.collectivity', verbose_name='territoire')),
            ],
            options={
                'verbose_name': 'collectivité',
                'verbose_name_plural': 'collectivités',
            },
        ),
        migrations.AddConstraint(
            model_name='collectivity',
            constraint=models.UniqueConstraint(fields=('kind', 'code'), name='collectivity_unique_code'),
        ),
    ]
