"""Drafts and all that is written in them."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('strategy', '0001_collectivity'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(max_length=12, unique=True, verbose_name='référence')),
                ('demonstration', models.BooleanField(default=False, verbose_name='démonstration')),
                ('created_at', models.DateTimeField(verbose_name='créé le')),
                ('changed_at', models.DateTimeField(verbose_name='dernier changement')),
                ('changed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='changé par')),
            ],
            options={
                'verbose_name': 'brouillon de stratégie',
                'verbose_name_plural': 'brouillons de stratégie',
                'ordering': ('-changed_at', 'pk'),
            },
        ),
        migrations.CreateModel(
            name='Baseline',
            fields=[
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='baseline', serialize=False, to='strategy.draft', verbose_name='brouillon')),
                ('programme', models.CharField(blank=True, choices=[('existant', 'Oui, il existe déjà'), ('ici', 'Non, nous l’écrivons ici')], max_length=8, verbose_name='un programme de travail existe-t-il')),
                ('programme_title', models.CharField(blank=True, max_length=250, verbose_name='titre du programme de travail')),
                ('programme_date', models.DateField(blank=True, null=True, verbose_name='date du programme de travail')),
                ('programme_link', models.URLField(blank=True, max_length=500, verbose_name='adresse où le lire')),
                ('impact_territory', models.TextField(blank=True, verbose_name='impact environnemental du numérique sur le territoire')),
                ('impact_organisation', models.TextField(blank=True, verbose_name='impact du numérique de l’organisation')),
                ('uses', models.TextField(blank=True, verbose_name='usages du numérique sur le territoire')),
                ('ongoing', models.TextField(blank=True, verbose_name='actions déjà engagées')),
                ('nothing_ongoing', models.BooleanField(default=False, verbose_name='aucune action n’a encore été engagée')),
            ],
            options={
                'verbose_name': 'état des lieux',
                'verbose_name_plural': 'états des lieux',
            },
        ),
        migrations.CreateModel(
            name='Governance',
            fields=[
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='governance', serialize=False, to='strategy.draft', verbose_name='brouillon')),
                ('elected_name', models.CharField(blank=True, max_length=150, verbose_name='élu référent ou élue référente')),
                ('elected_role', models.CharField(blank=True, max_length=200, verbose_name='délégation')),
                ('pilot_name', models.CharField(blank=True, max_length=150, verbose_name='pilote')),
                ('pilot_role', models.CharField(blank=True, max_length=200, verbose_name='fonction ou service')),
                ('steering', models.TextField(blank=True, verbose_name='instance de pilotage')),
                ('means', models.TextField(blank=True, verbose_name='moyens généraux')),
                ('yearly_review', models.TextField(blank=True, verbose_name='bilan annuel')),
            ],
            options={
                'verbose_name': 'gouvernance',
                'verbose_name_plural': 'gouvernances',
            },
        ),
        migrations.CreateModel(
            name='DraftBody',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('porteuse', 'collectivité porteuse'), ('associee', 'commune associée')], max_length=8, verbose_name='rôle')),
                ('collectivity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='strategy.collectivity', verbose_name='collectivité')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bodies', to='strategy.draft', verbose_name='brouillon')),
            ],
            options={
                'verbose_name': 'collectivité du brouillon',
                'verbose_name_plural': 'collectivités du brouillon',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('redaction', 'rédaction'), ('lecture', 'lecture seule')], max_length=9, verbose_name='rôle')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='strategy.draft', verbose_name='brouillon')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL, verbose_name='compte')),
            ],
            options={
                'verbose_name': 'membre',
                'verbose_name_plural': 'membres',
            },
        ),
        migrations.CreateModel(
            name='Objective',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('statement', models.CharField(max_length=300, verbose_name='objectif')),
                ('perimeter', models.CharField(choices=[('territoire', 'le territoire'), ('organisation', 'l’organisation (nos services)')], default='territoire', max_length=12, verbose_name='périmètre')),
                ('rhythm', models.CharField(blank=True, choices=[('annuel', 'annuel'), ('pluriannuel', 'pluriannuel')], max_length=11, verbose_name='rythme')),
                ('unit', models.CharField(blank=True, max_length=80, verbose_name='unité')),
                ('baseline_value', models.DecimalField(blank=True, decimal_places=3, max_digits=15, null=True, verbose_name='valeur de départ')),
                ('baseline_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='année de départ')),
                ('target_value', models.DecimalField(blank=True, decimal_places=3, max_digits=15, null=True, verbose_name='valeur visée')),
                ('target_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='année visée')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='objectives', to='strategy.draft', verbose_name='brouillon')),
            ],
            options={
                'verbose_name': 'objectif',
                'verbose_name_plural': 'objectifs',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='FollowedIndicator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('ref', models.SlugField(blank=True, editable=False, max_length=100, verbose_name='entrée du catalogue')),
                ('revision', models.PositiveIntegerField(editable=False, null=True, verbose_name='révision copiée')),
                ('revised_on', models.DateField(editable=False, null=True, verbose_name='date de la révision')),
                ('checked_on', models.DateField(editable=False, null=True, verbose_name='date de vérification')),
                ('catalogue_title', models.CharField(blank=True, editable=False, max_length=300, verbose_name='titre du catalogue')),
                ('catalogue_summary', models.TextField(blank=True, editable=False, verbose_name='texte du catalogue')),
                ('url', models.CharField(blank=True, editable=False, max_length=300, verbose_name='adresse de la fiche')),
                ('sources', models.JSONField(default=list, editable=False, verbose_name='sources')),
                ('title', models.CharField(max_length=300, verbose_name='intitulé')),
                ('unit', models.CharField(blank=True, max_length=80, verbose_name='unité')),
                ('method', models.TextField(blank=True, verbose_name='mode de calcul')),
                ('frequency', models.CharField(blank=True, max_length=100, verbose_name='fréquence')),
                ('baseline_value', models.DecimalField(blank=True, decimal_places=3, max_digits=15, null=True, verbose_name='valeur de départ')),
                ('baseline_date', models.DateField(blank=True, null=True, verbose_name='mesurée le')),
                ('target_value', models.DecimalField(blank=True, decimal_places=3, max_digits=15, null=True, verbose_name='valeur visée')),
                ('target_year', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='année visée')),
                ('owner', models.CharField(blank=True, max_length=200, verbose_name='qui le relève')),
                ('data_source', models.CharField(blank=True, max_length=300, verbose_name='source des données')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='indicators', to='strategy.draft', verbose_name='brouillon')),
                ('objective', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='indicators', to='strategy.objective', verbose_name='objectif suivi')),
            ],
            options={
                'verbose_name': 'indicateur suivi',
                'verbose_name_plural': 'indicateurs suivis',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='Actor',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='nom de l’acteur')),
                ('kind', models.CharField(choices=[('public', 'acteur public'), ('prive', 'acteur privé')], max_length=6, verbose_name='nature')),
                ('involvement', models.CharField(blank=True, max_length=300, verbose_name='comment il est associé')),
                ('governance', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actors', to='strategy.governance', verbose_name='gouvernance')),
            ],
            options={
                'verbose_name': 'acteur associé',
                'verbose_name_plural': 'acteurs associés',
                'ordering': ('pk',),
            },
        ),
        migrations.CreateModel(
            name='Choice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveIntegerField(default=0, editable=False, verbose_name='version')),
                ('ref', models.SlugField(blank=True, editable=False, max_length=100, verbose_name='entrée du catalogue')),
                ('revision', models.PositiveIntegerField(editable=False, null=True, verbose_name='révision copiée')),
                ('revised_on', models.DateField(editable=False, null=True, verbose_name='date de la révision')),
                ('checked_on', models.DateField(editable=False, null=True, verbose_name='date de vérification')),
                ('catalogue_title', models.CharField(blank=True, editable=False, max_length=300, verbose_name='titre du catalogue')),
                ('catalogue_summary', models.TextField(blank=True, editable=False, verbose_name='texte du catalogue')),
                ('url', models.CharField(blank=True, editable=False, max_length=300, verbose_name='adresse de la fiche')),
                ('sources', models.JSONField(default=list, editable=False, verbose_name='sources')),
                ('theme', models.CharField(choices=[('axe-0-pilotage', 'Pilotage, mesure et gouvernance'), ('axe-1-commande-publique', 'Commande publique locale et durable'), ('axe-2-cycle-de-vie', 'Gestion durable et de proximité du matériel'), ('axe-3-ecoconception', 'Écoconception des sites et des services numériques'), ('axe-4-elus-agents', 'Sensibilisation des élus et des agents'), ('axe-5-citoyens-inclusion', 'Démarche numérique responsable auprès de tous'), ('axe-6-territoire-donnees', 'Territoire connecté et durable, données')], max_length=24, verbose_name='thème')),
                ('requirements', models.JSONField(default=list, editable=False, verbose_name='exigences servies')),
                ('title', models.CharField(max_length=300, verbose_name='intitulé')),
                ('summary', models.TextField(blank=True, verbose_name='description')),
                ('status', models.CharField(blank=True, choices=[('prevue', 'prévue'), ('en-cours', 'en cours'), ('realisee', 'réalisée')], max_length=8, verbose_name='avancement')),
                ('pilot', models.CharField(blank=True, max_length=200, verbose_name='pilote')),
                ('partners', models.CharField(blank=True, max_length=300, verbose_name='partenaires')),
                ('start', models.DateField(blank=True, null=True, verbose_name='début')),
                ('end', models.DateField(blank=True, null=True, verbose_name='fin')),
                ('budget', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, validators=[django.core.validators.MinValueValidator(0, 'Un budget ne peut pas être négatif.')], verbose_name='budget prévu, en euros')),
                ('means', models.TextField(blank=True, verbose_name='moyens')),
                ('draft', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='choices', to='strategy.draft', verbose_name='brouillon')),
            ],
            options={
                'verbose_name': 'action retenue',
                'verbose_name_plural': 'actions retenues',
                'ordering': ('theme', 'pk'),
                'constraints': [models.UniqueConstraint(condition=models.Q(('ref', ''), _negated=True), fields=('draft', 'ref'), name='action_once_per_draft')],
            },
        ),
        migrations.AddConstraint(
            model_name='draftbody',
            constraint=models.UniqueConstraint(fields=('draft', 'collectivity'), name='body_once_per_draft'),
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.UniqueConstraint(fields=('draft', 'user'), name='member_once_per_draft'),
        ),
        migrations.AddConstraint(
            model_name='followedindicator',
            constraint=models.UniqueConstraint(condition=models.Q(('ref', ''), _negated=True), fields=('draft', 'ref'), name='indicator_once_per_draft'),
        ),
    ]
