"""The roles of the newsroom as groups with their permissions."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

ARCHIVE = (
    "article",
    "articleregion",
    "credit",
    "event",
    "importitem",
    "importrun",
    "issue",
    "mention",
    "page",
    "person",
    "personname",
    "proposal",
    "publication",
    "rejectedname",
    "tagrule",
)

SEES = [f"articles.view_{name}" for name in ARCHIVE] + [
    "regions.view_region",
    "regions.view_regionname",
    "taggit.view_tag",
]
CORRECTS = [
    "articles.change_article",
    "articles.review_article",
    *(f"articles.{act}_{row}" for row in ("articleregion", "credit", "mention") for act in ("add", "change", "delete")),
    "taggit.add_tag",
]
PUBLISHES = [
    "articles.publish_article",
    "articles.identify_person",
    "articles.add_issue",
    "articles.change_issue",
    "articles.change_page",
    "articles.add_person",
    "articles.change_person",
    *(f"articles.{act}_personname" for act in ("add", "change", "delete")),
    "articles.add_publication",
    "articles.change_publication",
    "articles.add_tagrule",
    "articles.change_tagrule",
    "taggit.change_tag",
]
DECIDES = [
    "articles.withdraw_article",
    "articles.delete_article",
    "articles.delete_issue",
    "articles.delete_page",
    "articles.delete_publication",
    "articles.delete_tagrule",
    "taggit.delete_tag",
]

ROLES = {
    "Contributor": SEES + CORRECTS,
    "Editor": SEES + CORRECTS + PUBLISHES,
    "Chief editor": SEES + CORRECTS + PUBLISHES + DECIDES,
}


def add_roles(apps, schema_editor):
    """Make the groups; the permissions, else made after all migrations, are made for that now."""
    database = schema_editor.connection.alias
    for label in ("articles", "regions", "taggit"):
        create_permissions(installed.get_app_config(label), verbosity=0, using=database)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    for name, wanted in ROLES.items():
        group, _created = Group.objects.using(database).get_or_create(name=name)
        labels = {label.split(".")[0] for label in wanted}
        known = Permission.objects.using(database).filter(content_type__app_label__in=labels)
        group.permissions.add(
            *(p for p in known.select_related("content_type") if f"{p.content_type.app_label}.{p.codename}" in wanted)
        )


def remove_roles(apps, schema_editor):
    groups = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    groups.filter(name__in=ROLES).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0001_initial"),
        ("regions", "0001_initial"),
        ("taggit", "0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunPython(add_roles, remove_roles)]
