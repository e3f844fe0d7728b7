# %% [markdown]
# # Who came? A delegation across scripts
#
# One outlet writes the names in Hebrew, another in Arabic, a third names only the offices. Silence is not denial, and
# an office is not a second person.

# %%
import reconcile as rc

result = rc.reconcile(rc.load_sample("paris_talks"))
result.delegation("IL")

# %% [markdown]
# Every person is one entity with all printed names; an office that one article ties to a name serves the others too.

# %%
for entity in result.entities:
    if entity.kind == "person" and len(entity.names) > 1:
        print(" = ".join(entity.names))

# %% [markdown]
# ## Two spellings, one verdict
#
# Names are compared by what their letters may stand for. A verdict is *same*, *compatible* (a part is missing),
# *different* or *unknown*, never a bare number.

# %%
from reconcile import values
from reconcile.model import PersonValue, Schema

for left, right in [
    ("יחיאל לייטר", "يحيئيل ليتر"),
    ("Asaad Hassan al-Shaibani", "אסעד א-שיבאני"),
    ("Hafez al-Assad", "Bashar al-Assad"),
    ("Leiter", "יחיאל לייטר"),
]:
    verdict = values.compare(PersonValue(name=left), PersonValue(name=right), Schema(pattern="member"))
    print(f"{left} / {right}: {verdict.outcome}, {verdict.reason}")

# %% [markdown]
# ## A list that says it is complete
#
# Only such a list can leave somebody out.


# %%
def member(outlet, *names, closed=None):
    people = [{"kind": "person", "name": name} for name in names]
    value = {"kind": "set", "members": people, "closed": closed} if closed is not None else people[0]
    article = {"id": outlet, "outlet": outlet, "published": "2026-02-01"}
    return {"article": article, "event": "visit", "attribute": "delegation.member", "value": value,
            "qualifiers": {"side": "Velmora"}, "quote": ", ".join(names)}  # fmt: skip


claims = [
    member("Harbour Post", "Dalia Renn", "Omar Selim", closed=True),
    member("Lindor Echo", "Dalia Renn"),
    member("Lindor Echo", "Noa Carmel"),
]
listed = rc.reconcile(claims)
listed.delegation("Velmora")

# %%
for finding in listed:
    print(finding.kind, "-", finding.reason)
