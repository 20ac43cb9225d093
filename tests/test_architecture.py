"""Hold the shape of the code: what may import what, how long, and what templates never do."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MAX_LINES = 400

SURFACE = tuple(
    f"articles.{name}"
    for name in (
        *("admin", "api", "context_processors", "feeds", "filters", "forms", "management"),
        *("middleware", "sitemaps", "templatetags", "urls", "views"),
    )
)
ACTS = tuple(
    f"articles.{name}"
    for name in ("edits", "evidence", "identity", "importing", "search", "topics", "workflow")
)
FORBIDDEN = {
    "regions/": ("articles",),
    "newsroom/": ("articles", "regions"),
    "articles/parsing/": ("django", "regions", "articles.models", *ACTS, *SURFACE),
    "articles/search/query.py": ("django", "regions", "articles.models"),
    "articles/models/": (*ACTS, *SURFACE),
    **{package.replace(".", "/"): SURFACE for package in ACTS},
}
VAGUE_NAMES = {"common", "helpers", "misc", "util", "utils"}

APPLICATION = [
    path
    for app in ("articles", "newsroom", "regions")
    for path in sorted((ROOT / app).rglob("*.py"))
    if "migrations" not in path.parts
]
TESTS = sorted((ROOT / "tests").rglob("*.py"))
TEMPLATES = [
    path
    for folder in ("templates", "articles", "regions")
    for path in sorted((ROOT / folder).rglob("*.html"))
]
TEXTS = [
    path
    for folder in ("articles", "docs", "newsroom", "regions", "static", "templates", "tests")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".css", ".html", ".js", ".json", ".md", ".py", ".toml", ".txt"}
] + [path for path in sorted(ROOT.glob("*")) if path.suffix in {".md", ".toml", ".txt"}]

TEMPLATE_RULES = {
    "marks text as safe": r"\|\s*safe(?:seq)?\b|{%\s*autoescape\s+off",
    "has a script inline": r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/(?:ld\+)?json\")",
    "has a style inline": r"<style\b|\sstyle\s*=",
    "has an event handler inline": r"<[^>]*\son[a-z]+\s*=",
    "writes a path by hand": r"""\b(?:href|src|action)\s*=\s*["']/""",
}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_of(path): path for path in APPLICATION}


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(tree: ast.AST) -> Iterator[str]:
    """Yield the full name of every module that is imported, those for types among them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "Imports are absolute."
            for alias in node.names:
                submodule = f"{node.module}.{alias.name}"
                yield submodule if submodule in MODULES else str(node.module)


def runtime_imports_of(path: Path) -> set[str]:
    """Return what the module needs to be imported itself: no functions, no types."""
    body = parse(path).body
    top_level = [node for node in body if isinstance(node, ast.Import | ast.ImportFrom)]
    return set(imports_of(ast.Module(body=top_level, type_ignores=[])))


def is_within(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def calls_of(path: Path, method: str) -> Iterator[ast.Call]:
    for node in ast.walk(parse(path)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == method
        ):
            yield node


def breaches(paths: list[Path], find: Callable[[Path], Iterable[str]]) -> dict[str, list[str]]:
    """Return what `find` finds in each file, without the files where it finds nothing."""
    found = {name_of(path): list(find(path)) for path in paths}
    return {name: faults for name, faults in found.items() if faults}


def test_imports_point_one_way():
    def forbidden_imports(path: Path) -> set[str]:
        forbidden = [
            package
            for prefix, packages in FORBIDDEN.items()
            if name_of(path).startswith(prefix)
            for package in packages
        ]
        return {
            module
            for module in imports_of(parse(path))
            if any(is_within(module, package) for package in forbidden)
        }

    assert not breaches(APPLICATION, forbidden_imports)


def test_no_modules_import_each_other_in_a_circle():
    graph = {module: runtime_imports_of(path) & set(MODULES) for module, path in MODULES.items()}
    TopologicalSorter(graph).prepare()  # raises CycleError and names the circle


def test_models_are_imported_from_their_package():
    outside = [path for path in APPLICATION + TESTS if path.parent != ROOT / "articles" / "models"]
    assert not breaches(
        outside,
        lambda path: {
            name for name in imports_of(parse(path)) if name.startswith("articles.models.")
        },
    )


def test_no_module_is_a_place_for_everything():
    assert not [name_of(path) for path in APPLICATION + TESTS if path.stem in VAGUE_NAMES]


def test_no_module_is_long():
    """Word lists are data, and may be."""
    code = [path for path in APPLICATION + TESTS if "lexicon" not in path.parts]
    lengths = {name_of(path): path.read_text(encoding="utf-8").count("\n") for path in code}
    assert not {name: lines for name, lines in lengths.items() if lines > MAX_LINES}


def test_saving_an_existing_row_names_its_fields():
    """`super().save()`, forms and uploaded files (whose `save` takes a name) are something else."""

    def nameless_saves(path: Path) -> Iterator[str]:
        for call in calls_of(path, "save"):
            names = {keyword.arg for keyword in call.keywords}
            other = ast.unparse(call.func) in {"super().save", "form.save", "formset.save"}
            if not (call.args or other or names & {"update_fields", "force_insert"}):
                yield ast.unparse(call)

    assert not breaches(APPLICATION, nameless_saves)


def writes_of(tree: ast.AST, fields: set[str]) -> Iterator[str]:
    """Yield where a field of these names is assigned, or set in rows by a query."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            written = {node.attr}
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "update":
            written = {str(keyword.arg) for keyword in node.keywords}
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "bulk_update":
            written = {str(n.value) for n in ast.walk(node) if isinstance(n, ast.Constant)}
        else:
            continue
        if written & fields:
            yield ast.unparse(node)


@pytest.mark.parametrize(
    ("writer", "fields"),
    [
        ("articles.workflow", {"status"}),
        ("articles.identity", {"merged_into", "merged_into_id", "closed", "verified"}),
    ],
)
def test_only_one_module_writes_what_is_decided(writer, fields):
    others = [
        path
        for module, path in MODULES.items()
        if is_within(module, "articles") and not is_within(module, writer)
    ]
    assert not breaches(others, lambda path: writes_of(parse(path), fields))


@pytest.mark.parametrize(
    "code",
    [
        "person.closed = True",
        "people.filter(pk=1).update(name=name, closed=True)",
        "Person.objects.bulk_update(people, ['name', 'closed'])",
    ],
)
def test_a_write_of_a_field_is_seen(code):
    assert list(writes_of(ast.parse(code), {"closed"}))
    assert not list(writes_of(ast.parse(code), {"verified"}))


def test_signals_do_not_carry_the_story():
    assert not breaches(
        APPLICATION,
        lambda path: {
            name for name in imports_of(parse(path)) if is_within(name, "django.dispatch")
        },
    )


def broken_template_rules(text: str) -> list[str]:
    return [rule for rule, pattern in TEMPLATE_RULES.items() if re.search(pattern, text)]


def test_templates_keep_to_the_content_security_policy():
    assert not breaches(
        TEMPLATES, lambda path: broken_template_rules(path.read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize(
    ("template", "rule"),
    [
        ("{{ article.body|safe }}", "marks text as safe"),
        ("{% autoescape off %}", "marks text as safe"),
        ("<script>alert(1)</script>", "has a script inline"),
        ('<p style="color: red">', "has a style inline"),
        ('<a href="#" onclick="go()">', "has an event handler inline"),
        ('<a class="home" href="/articles/">', "writes a path by hand"),
    ],
)
def test_template_rules_find_what_they_are_for(template, rule):
    assert broken_template_rules(template) == [rule]


@pytest.mark.parametrize(
    "template",
    [
        "<script src=\"{% static 'site.js' %}\" defer></script>",
        '<script type="application/ld+json">{}</script>',
        "{{ name|safe_join_names }}",
        "<a href=\"{% url 'articles:home' %}\">On = off</a>",
    ],
)
def test_template_rules_leave_alone_what_is_right(template):
    assert not broken_template_rules(template)


def test_nothing_names_a_place_on_one_machine():
    places = re.compile("/(?:work|root|home/[a-z]+)" + "/")
    assert not [name_of(path) for path in TEXTS if places.search(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("files", [APPLICATION, TESTS, TEMPLATES, TEXTS])
def test_the_rules_have_something_to_hold(files):
    assert files
