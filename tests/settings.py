"""The project's settings for tests: plain HTTP, static files unhashed, quick passwords."""

import os

os.environ.setdefault("NEWSROOM_DEBUG", "true")
os.environ.setdefault("NEWSROOM_SECRET_KEY", "only-for-tests")

from newsroom.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_AUTOREFRESH = True
