"""The project's settings for tests: plain HTTP, static files unhashed, quick passwords."""

import os

os.environ.setdefault("NEWSROOM_DEBUG", "true")
os.environ.setdefault("NEWSROOM_SECRET_KEY", "only-for-tests")
os.environ.setdefault("NEWSROOM_DATABASE_POOL", "0")  # an idle connection would hold a database

from newsroom.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True
