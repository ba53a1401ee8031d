from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("reen", "0013_imports")]

    operations = []
