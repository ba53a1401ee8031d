from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("strategy", "0013_taking"),
    ]

    operations = []
