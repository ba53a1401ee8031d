from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("reen", "0012_watch")]

    operations = []
