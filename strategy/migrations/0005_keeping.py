"""Owners and consultants, invitations, and the log of who did what."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def first_writers_become_owners(apps, schema_editor):
    """Until now whoever opened or claimed a draft first was a writer like the others."""
    Member = apps.get_model("strategy", "Member")
    first = {}
    for pk, draft, role in Member.objects.order_by("pk").values_list("pk", "draft", "role"):
        if role == "redaction":
            first.setdefault(draft, pk)
    Member.objects.filter(pk__in=first.values()).update(role="responsable")


def owners_become_writers(apps, schema_editor):
    """Consultants lose their access: the former screens could not end it."""
    Member = apps.get_model("strategy", "Member")
    Member.objects.filter(role="responsable").update(role="redaction")
    Member.objects.filter(role="prestataire").delete()


class Migration(migrations.Migration):

    dependencies = [
        ('strategy', '0004_measures'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(verbose_name='date')),
                ('by_words', models.CharField(max_length=300, verbose_name='nom de l’auteur')),
                ('act', models.CharField(choices=[('garde', 'brouillon gardé'), ('invitation', 'invitation'), ('retrait-invitation', 'invitation retirée'), ('arrivee', 'arrivée'), ('role', 'rôle changé'), ('exclusion', 'accès retiré'), ('depart', 'départ'), ('reprise', 'responsabilité reprise'), ('designation', 'responsable désigné par l’administration'), ('delegation', 'délégation'), ('reponse', 'réponse à une délégation'), ('decision', 'décision sur une délégation'), ('fin-delegation', 'délégation fermée')], max_length=18, verbose_name='acte')),
                ('words', models.TextField(verbose_name='récit')),
            ],
            options={
                'verbose_name': 'événement',
                'verbose_name_plural': 'journal',
                'ordering': ('-at', '-pk'),
            },
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, verbose_name='adresse électronique')),
                ('role', models.CharField(choices=[('responsable', 'responsable'), ('redaction', 'rédaction'), ('lecture', 'lecture seule'), ('prestataire', 'prestataire')], max_length=11, verbose_name='rôle')),
                ('until', models.DateField(blank=True, null=True, verbose_name='dernier jour d’accès')),
                ('digest', models.CharField(max_length=64, unique=True, verbose_name='empreinte du lien')),
                ('sent_at', models.DateTimeField(verbose_name='envoyée le')),
                ('expires_at', models.DateTimeField(verbose_name='valable jusqu’au')),
            ],
            options={
                'verbose_name': 'invitation',
                'verbose_name_plural': 'invitations',
                'ordering': ('pk',),
            },
        ),
        migrations.AlterModelOptions(
            name='member',
            options={'ordering': ('pk',), 'verbose_name': 'membre', 'verbose_name_plural': 'membres'},
        ),
        migrations.AddField(
            model_name='member',
            name='until',
            field=models.DateField(blank=True, null=True, verbose_name='dernier jour d’accès'),
        ),
        migrations.AlterField(
            model_name='member',
            name='role',
            field=models.CharField(choices=[('responsable', 'responsable'), ('redaction', 'rédaction'), ('lecture', 'lecture seule'), ('prestataire', 'prestataire')], max_length=11, verbose_name='rôle'),
        ),
        migrations.AddConstraint(
            model_name='member',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('role', 'prestataire'), ('until__isnull', False)), models.Q(models.Q(('role', 'prestataire'), _negated=True), ('until__isnull', True)), _connector='OR'), name='only_consultants_have_an_end'),
        ),
        migrations.AddField(
            model_name='event',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='auteur'),
        ),
        migrations.AddField(
            model_name='event',
            name='draft',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='strategy.draft', verbose_name='brouillon'),
        ),
        migrations.AddField(
            model_name='invitation',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='envoyée par'),
        ),
        migrations.AddField(
            model_name='invitation',
            name='draft',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to='strategy.draft', verbose_name='brouillon'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.UniqueConstraint(fields=('draft', 'email'), name='invitation_once_per_draft'),
        ),
        migrations.RunPython(first_writers_become_owners, owners_become_writers),
    ]
