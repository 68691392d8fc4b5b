"""YAML as the program means it: version 1.2, where `no` is a word and a date is what was typed."""

import re

import yaml


class Loader(yaml.SafeLoader):
    pass


# PyYAML reads version 1.1: the key `no` of an indicator would be the value false.
Loader.yaml_implicit_resolvers = {
    first: [(tag, shape) for tag, shape in known if not tag.endswith((":bool", ":timestamp"))]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false|True|False|TRUE|FALSE)$"), list("tTfF"))


def yaml_of(text):
    return yaml.load(text, Loader)


def front_matter(text):
    return yaml_of(text.split("---\n", 2)[1])
