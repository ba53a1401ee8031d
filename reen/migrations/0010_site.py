import django.db.models.deletion
import reen.fields
import wagtail.models.preview
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reen", "0009_suggestion_rules"), ("wagtailimages", "0027_image_description")]

    operations = [
        migrations.CreateModel(
            name='SiteSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(default='Boussole REEN', help_text='En haut de chaque page et dans le titre des onglets.', max_length=60, verbose_name='nom du service')),
                ('host', models.CharField(blank=True, help_text='Au pied de chaque page, par exemple le nom d’un syndicat mixte ou d’un programme de l’État.', max_length=120, verbose_name='organisme qui héberge')),
                ('description', models.CharField(default='De la loi REEN à une stratégie numérique responsable', help_text='Celle des pages qui n’en ont pas, dans les moteurs de recherche et les liens partagés.', max_length=200, verbose_name='description')),
                ('footer_words', models.CharField(blank=True, max_length=300, verbose_name='phrase du pied de page')),
                ('logo_alternative', models.CharField(blank=True, help_text='Lu à la place de l’image, par exemple «\u202fSyndicat mixte numérique\u202f».', max_length=200, verbose_name='ce que montre le logo')),
                ('accent_light', models.CharField(default='#0b5a49', help_text='Liens, boutons et étape en cours.', max_length=7, verbose_name='couleur en clair')),
                ('accent_dark', models.CharField(default='#7fd3bb', help_text='La même, pour les personnes qui préfèrent un fond sombre.', max_length=7, verbose_name='couleur en sombre')),
                ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='adresse électronique de contact')),
                ('contact_url', models.URLField(blank=True, help_text='S’il y en a un, le lien «\u202fContact\u202f» y mène.', verbose_name='formulaire de contact')),
                ('director', models.CharField(blank=True, max_length=200, verbose_name='responsable de la publication')),
                ('hosting', models.TextField(blank=True, help_text='Nom, adresse et téléphone de l’hébergeur.', max_length=400, verbose_name='hébergement technique')),
                ('accessibility_state', models.CharField(choices=[('non', 'non conforme'), ('partielle', 'partiellement conforme'), ('totale', 'totalement conforme')], default='non', help_text='Sans audit, un site est «\u202fnon conforme\u202f».', max_length=20, verbose_name='état')),
                ('accessibility_date', models.DateField(blank=True, null=True, verbose_name='déclaration établie le')),
                ('accessibility_contact', models.EmailField(blank=True, help_text='À défaut, l’adresse de contact.', max_length=254, verbose_name='signaler un défaut d’accessibilité')),
                ('header', reen.fields.StreamField([], blank=True, help_text='Un groupe s’ouvre sur ses entrées. L’entrée du parcours y revient toujours.', verbose_name='menu principal')),
                ('footer', reen.fields.StreamField([], blank=True, help_text='Les mentions légales, l’accessibilité et le contact s’y ajoutent d’eux-mêmes.', verbose_name='menu du pied de page')),
                ('actions_title', models.CharField(blank=True, max_length=80, verbose_name='titre des actions')),
                ('actions_words', models.TextField(blank=True, max_length=400, verbose_name='introduction des actions')),
                ('indicators_title', models.CharField(blank=True, max_length=80, verbose_name='titre des indicateurs')),
                ('indicators_words', models.TextField(blank=True, max_length=400, verbose_name='introduction des indicateurs')),
                ('resources_title', models.CharField(blank=True, max_length=80, verbose_name='titre des ressources')),
                ('resources_words', models.TextField(blank=True, max_length=400, verbose_name='introduction des ressources')),
                ('resource_lists_title', models.CharField(blank=True, max_length=80, verbose_name='titre des listes de ressources')),
                ('resource_lists_words', models.TextField(blank=True, max_length=400, verbose_name='introduction des listes de ressources')),
                ('field_reports_title', models.CharField(blank=True, max_length=80, verbose_name='titre des retours d’expérience')),
                ('field_reports_words', models.TextField(blank=True, max_length=400, verbose_name='introduction des retours d’expérience')),
                ('shown', models.JSONField(default=dict, editable=False, verbose_name='à montrer')),
                ('loaded', models.CharField(blank=True, editable=False, max_length=64, verbose_name='empreinte du dernier chargement')),
                ('accessibility_page', models.ForeignKey(blank=True, help_text='Citée au pied de chaque page, avec l’état.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='déclaration d’accessibilité')),
                ('legal_page', models.ForeignKey(blank=True, help_text='Citée au pied de chaque page.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.WAGTAIL_PAGE_MODEL, verbose_name='page des mentions légales')),
                ('logo', models.ForeignKey(blank=True, help_text='En haut de chaque page et sur la couverture des documents.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailimages.image', verbose_name='logo')),
            ],
            options={
                'verbose_name': 'réglages du site',
                'verbose_name_plural': 'réglages du site',
            },
            bases=(wagtail.models.preview.PreviewableMixin, models.Model),
        ),
    ]
