from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("reen", "0009_suggestion_rules")]

    operations = []
