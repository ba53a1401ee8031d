from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("strategy", "0010_versions"),
    ]

    operations = []
