"""Parts of a draft lent to colleagues by a link."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('strategy', '0005_keeping'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Delegation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('part', models.CharField(choices=[('gouvernance', 'gouvernance'), ('etat-des-lieux', 'état des lieux'), ('objectif', 'objectif'), ('action', 'action'), ('indicateur', 'indicateur')], max_length=14, verbose_name='partie')),
                ('row', models.PositiveBigIntegerField(verbose_name='ligne')),
                ('title', models.CharField(max_length=300, verbose_name='intitulé')),
                ('colleague', models.CharField(max_length=150, verbose_name='collègue')),
                ('message', models.TextField(blank=True, verbose_name='message')),
                ('due', models.DateField(verbose_name='échéance')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='empreinte du lien')),
                ('expires_at', models.DateTimeField(verbose_name='lien ouvert jusqu’au')),
                ('made_at', models.DateTimeField(verbose_name='faite le')),
                ('lent', models.JSONField(verbose_name='texte confié')),
                ('proposed', models.JSONField(default=dict, verbose_name='proposition')),
                ('sent_at', models.DateTimeField(null=True, verbose_name='envoyée le')),
                ('outcome', models.JSONField(default=list, verbose_name='décision par champ')),
                ('answer', models.TextField(blank=True, verbose_name='réponse')),
                ('settled_at', models.DateTimeField(null=True, verbose_name='décidée le')),
                ('revoked_at', models.DateTimeField(null=True, verbose_name='fermée le')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='faite par')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='delegations', to='strategy.draft', verbose_name='brouillon')),
            ],
            options={
                'verbose_name': 'délégation',
                'verbose_name_plural': 'délégations',
                'ordering': ('due', 'pk'),
            },
        ),
    ]
