from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("reen", "0014_resources")]

    operations = []
