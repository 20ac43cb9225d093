from django.db import migrations, models

UNIQUE = {
    'article': [
        models.UniqueConstraint(fields=('page', 'position'), name='article_unique_page_position', violation_error_message='The page has an article at this position already.'),
    ],
    'articleregion': [
        models.UniqueConstraint(fields=('article', 'region'), name='article_region_unique', violation_error_message='The article has this region already.'),
        models.UniqueConstraint(condition=models.Q(('primary', True)), fields=('article',), name='article_region_one_primary', violation_error_message='An article has only one primary region.'),
    ],
    'credit': [
        models.UniqueConstraint(fields=('article', 'name', 'role'), name='credit_unique', violation_error_message='The article has this credit already.'),
    ],
    'distinction': [
        models.UniqueConstraint(fields=('person', 'other'), name='distinction_unique'),
    ],
    'mention': [
        models.UniqueConstraint(fields=('article', 'name', 'pseudonym'), name='mention_unique', violation_error_message='The article has a mention of this name already.'),
    ],
    'personname': [
        models.UniqueConstraint(fields=('person', 'name'), name='person_name_unique', violation_error_message='The person has this further name already.'),
    ],
}
"""The constraints of each model that named expressions, and name fields now."""


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0002_roles'),
    ]

    operations = [
        operation
        for model, constraints in UNIQUE.items()
        for constraint in constraints
        for operation in (
            migrations.RemoveConstraint(model_name=model, name=constraint.name),
            migrations.AddConstraint(model_name=model, constraint=constraint),
        )
    ]
