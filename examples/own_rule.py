# %% [markdown]
# # Write and test a rule of your own
#
# Two outlets count 63 and 68 votes. The shipped rules call that a contradiction; in your newsroom a few votes more or
# less are a slip of the clerk.

# %%
import reconcile as rc


def votes(outlet, number):
    article = {"id": outlet, "outlet": outlet, "published": "2026-02-01"}
    told = {"event": "vote", "attribute": "ballot.votes_for", "value": number, "quote": f"{number} votes"}
    return rc.Claim.model_validate({"article": article, **told})


claims = [votes("Harbour Post", 63), votes("Lindor Echo", 68)]
(found,) = rc.reconcile(claims).findings
print(found.kind, "by", found.rule)

# %% [markdown]
# A rule is a few lines of YAML, with the examples that say what it does and what it does not.

# %%
RULES = """\
ruleset: newsroom.votes
version: 1.0.0
rules:
  - id: votes.recount
    attributes: ["*.votes_for"]
    when: [rivals, within_factor]
    params: {factor: 1.1}
    verdict: UNDECIDED
    severity: warning
    message: "{left} and {right} are so close that a clerk may have slipped."
    examples:
      - {name: a tenth more, expect: fires, a: 100, b: 110}
      - {name: more than a tenth, expect: silent, a: 100, b: 115}
      - {name: in two languages, expect: fires, a: {value: 63, language: he}, b: {value: 68, language: ar}}
"""
import tempfile
from pathlib import Path

file = Path(tempfile.mkdtemp()) / "votes.rules.yaml"
file.write_text(RULES, encoding="utf-8")

# %% [markdown]
# ## Its examples are its tests
#
# `pytest` finds the file by itself, and `reconcile rules test votes.rules.yaml` does the same without pytest.

# %%
from reconcile.testing import check_cases, check_properties

check_cases(file)
check_properties(claims, file)
print("every example is as it says; order, copies and spelling change nothing")

# %% [markdown]
# ## It is asked before the shipped ones

# %%
(found,) = rc.reconcile(claims, rules=file).findings
print(found.kind, found.severity, "by", found.rule, "-", found.reason)

# %%
found
