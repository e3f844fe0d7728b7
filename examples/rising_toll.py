# %% [markdown]
# # A toll that rises
#
# Three (invented) outlets tell of a ferry, over two days and in three languages. Six figures, and no contradiction:
# a count that grows is told again and again until it is no longer true. What is one mistake, and what is the tide?

# %%
import reconcile as rc

POST = {"outlet": "Harbour Post", "language": "en"}
MINA = {"outlet": "الميناء", "language": "ar"}
GESHER = {"outlet": "הגשר", "language": "he"}


def told(outlet, published, number, quote, **more):
    article = {"id": f"{outlet['outlet']} {published}", "published": published, **outlet}
    value = {"kind": "quantity", "value": number, "unit": "person", **more}
    return {
        "article": article,
        "event": "ferry",
        "attribute": "sinking.killed",
        "value": value,
        "quote": quote,
    }


claims = [
    told(POST, "2026-03-02T09:00", 12, "At least 12 people were killed", modifier="at_least"),
    told(MINA, "2026-03-02T13:00", 14, "قتل 14 شخصا في غرق العبارة"),
    told(GESHER, "2026-03-02T20:00", 19, "מניין ההרוגים עלה ל-19"),
    told(POST, "2026-03-03T08:00", 23, "The toll rose to 23"),
    told(MINA, "2026-03-03T15:00", 27, "ارتفعت الحصيلة إلى 27 قتيلا"),
    told(GESHER, "2026-03-04T10:00", 27, "27 בני אדם נהרגו"),
]
result = rc.reconcile(claims)
print(len(result.contradictions), "contradictions")

# %% [markdown]
# Figures stand in the order in which they were first told. An outlet's own later figure replaces its earlier one.

# %%
result.growth()

# %% [markdown]
# ## A figure that does not belong
#
# A fourth outlet tells of 91 in the middle of the night. Everyone after it tells less, and a count of the dead does not
# fall: now there is something to look at.

# %%
echo = {"outlet": "Lindor Echo", "language": "en"}
planted = rc.reconcile([*claims, told(echo, "2026-03-02T23:00", 91, "91 people died in the sinking")])
for finding in planted:
    print(finding.severity, finding.kind, "-", finding.reason)

# %%
planted.growth()

# %% [markdown]
# ## What changed

# %%
planted.diff(result)
