"""What actions point at: indicators, resources, field reports."""

import django.db.models.deletion
import modelsearch.index
import reen.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reen", "0004_law"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="has unpublished changes"
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True, db_index=True, null=True, verbose_name="first published at"
                    ),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                ),
                ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                ("locked_at", models.DateTimeField(editable=False, null=True, verbose_name="locked at")),
                (
                    "ref",
                    models.SlugField(
                        help_text="Ne change plus une fois publiée.",
                        max_length=80,
                        unique=True,
                        verbose_name="référence",
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="titre")),
                ("sources", reen.fields.StreamField([], blank=True, verbose_name="sources")),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("confirme", "vérifié"),
                            ("corrige", "vérifié et corrigé"),
                            ("a_confirmer", "à confirmer"),
                            ("lu", "lu, sans seconde lecture"),
                        ],
                        default="lu",
                        max_length=20,
                        verbose_name="fiabilité",
                    ),
                ),
                (
                    "caution",
                    models.TextField(
                        blank=True,
                        help_text="Ce qui reste à confirmer\xa0; toujours affiché avec la fiche.",
                        verbose_name="réserve",
                    ),
                ),
                ("checked_on", models.DateField(null=True, verbose_name="vérifié le")),
                (
                    "edition",
                    models.PositiveIntegerField(
                        default=0, editable=False, serialize=False, verbose_name="révision"
                    ),
                ),
                ("unit", models.CharField(max_length=120, verbose_name="unité")),
                ("method", models.TextField(verbose_name="mode de calcul")),
                ("frequency", models.CharField(max_length=120, verbose_name="fréquence")),
                ("data_source", models.CharField(max_length=255, verbose_name="source de données")),
                ("direction", models.CharField(blank=True, max_length=120, verbose_name="sens souhaité")),
                ("themes", reen.fields.VocabularySetField(max_length=255, verbose_name="thèmes")),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("repris", "repris d’une source publique, reformulé"),
                            ("déduit", "construit par la rédaction à partir d’une action"),
                        ],
                        max_length=20,
                        verbose_name="provenance",
                    ),
                ),
                (
                    "search_text",
                    reen.fields.SearchTextField(blank=True, default="", editable=False, serialize=False),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "indicateur",
                "verbose_name_plural": "indicateurs",
                "ordering": ("title",),
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="Resource",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="has unpublished changes"
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True, db_index=True, null=True, verbose_name="first published at"
                    ),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                ),
                ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                ("locked_at", models.DateTimeField(editable=False, null=True, verbose_name="locked at")),
                (
                    "ref",
                    models.SlugField(
                        help_text="Ne change plus une fois publiée.",
                        max_length=80,
                        unique=True,
                        verbose_name="référence",
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="titre")),
                ("sources", reen.fields.StreamField([], blank=True, verbose_name="sources")),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("confirme", "vérifié"),
                            ("corrige", "vérifié et corrigé"),
                            ("a_confirmer", "à confirmer"),
                            ("lu", "lu, sans seconde lecture"),
                        ],
                        default="lu",
                        max_length=20,
                        verbose_name="fiabilité",
                    ),
                ),
                (
                    "caution",
                    models.TextField(
                        blank=True,
                        help_text="Ce qui reste à confirmer\xa0; toujours affiché avec la fiche.",
                        verbose_name="réserve",
                    ),
                ),
                ("checked_on", models.DateField(null=True, verbose_name="vérifié le")),
                (
                    "edition",
                    models.PositiveIntegerField(
                        default=0, editable=False, serialize=False, verbose_name="révision"
                    ),
                ),
                ("producer", models.CharField(max_length=255, verbose_name="producteur")),
                ("type", models.CharField(max_length=120, verbose_name="type")),
                ("subject", models.CharField(blank=True, max_length=120, verbose_name="sujet")),
                ("audience", models.CharField(blank=True, max_length=255, verbose_name="public visé")),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="année")),
                ("free", models.BooleanField(blank=True, null=True, verbose_name="gratuit")),
                ("url", models.URLField(blank=True, max_length=500, verbose_name="adresse")),
                ("opened", models.BooleanField(default=False, verbose_name="lien ouvert et relu")),
                ("description", models.TextField(verbose_name="description")),
                ("themes", reen.fields.VocabularySetField(max_length=255, verbose_name="thèmes")),
                ("licence", models.CharField(blank=True, max_length=255, verbose_name="licence")),
                (
                    "search_text",
                    reen.fields.SearchTextField(blank=True, default="", editable=False, serialize=False),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "ressource",
                "verbose_name_plural": "ressources",
                "ordering": ("title",),
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="FieldReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("live", models.BooleanField(default=True, editable=False, verbose_name="live")),
                (
                    "has_unpublished_changes",
                    models.BooleanField(
                        default=False, editable=False, verbose_name="has unpublished changes"
                    ),
                ),
                (
                    "first_published_at",
                    models.DateTimeField(
                        blank=True, db_index=True, null=True, verbose_name="first published at"
                    ),
                ),
                (
                    "last_published_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="last published at"),
                ),
                ("go_live_at", models.DateTimeField(blank=True, null=True, verbose_name="go live date/time")),
                ("expire_at", models.DateTimeField(blank=True, null=True, verbose_name="expiry date/time")),
                ("expired", models.BooleanField(default=False, editable=False, verbose_name="expired")),
                ("locked", models.BooleanField(default=False, editable=False, verbose_name="locked")),
                ("locked_at", models.DateTimeField(editable=False, null=True, verbose_name="locked at")),
                (
                    "ref",
                    models.SlugField(
                        help_text="Ne change plus une fois publiée.",
                        max_length=80,
                        unique=True,
                        verbose_name="référence",
                    ),
                ),
                ("title", models.CharField(max_length=255, verbose_name="titre")),
                ("sources", reen.fields.StreamField([], blank=True, verbose_name="sources")),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("confirme", "vérifié"),
                            ("corrige", "vérifié et corrigé"),
                            ("a_confirmer", "à confirmer"),
                            ("lu", "lu, sans seconde lecture"),
                        ],
                        default="lu",
                        max_length=20,
                        verbose_name="fiabilité",
                    ),
                ),
                (
                    "caution",
                    models.TextField(
                        blank=True,
                        help_text="Ce qui reste à confirmer\xa0; toujours affiché avec la fiche.",
                        verbose_name="réserve",
                    ),
                ),
                ("checked_on", models.DateField(null=True, verbose_name="vérifié le")),
                (
                    "edition",
                    models.PositiveIntegerField(
                        default=0, editable=False, serialize=False, verbose_name="révision"
                    ),
                ),
                ("body", models.CharField(max_length=255, verbose_name="collectivité")),
                (
                    "body_kind",
                    models.CharField(blank=True, max_length=120, verbose_name="type de collectivité"),
                ),
                (
                    "population",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="population approximative"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="année")),
                ("status", models.CharField(blank=True, max_length=120, verbose_name="statut")),
                ("themes", reen.fields.VocabularySetField(max_length=255, verbose_name="thèmes")),
                ("measures", reen.fields.StreamField([], blank=True, verbose_name="mesures")),
                (
                    "figures",
                    reen.fields.StreamField([], blank=True, verbose_name="chiffres et objectifs déclarés"),
                ),
                ("note", models.TextField(blank=True, verbose_name="remarque")),
                (
                    "search_text",
                    reen.fields.SearchTextField(blank=True, default="", editable=False, serialize=False),
                ),
                (
                    "latest_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="latest revision",
                    ),
                ),
                (
                    "live_revision",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                        verbose_name="live revision",
                    ),
                ),
                (
                    "locked_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="locked_%(class)ss",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="locked by",
                    ),
                ),
            ],
            options={
                "verbose_name": "retour d’expérience",
                "verbose_name_plural": "retours d’expérience",
                "ordering": ("body", "title"),
            },
            bases=(wagtail.models.preview.PreviewableMixin, modelsearch.index.Indexed, models.Model),
        ),
    ]
