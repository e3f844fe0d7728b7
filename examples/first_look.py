# %% [markdown]
# # A first look: one story, five outlets
#
# In January 2026 Israel and Syria held talks in Paris. Five (invented) outlets tell of them, one in Hebrew and four in
# Arabic: when they met, who came, what was agreed. The facts are those of a real story; the sentences were written for
# this example.

# %%
import reconcile as rc

claims = rc.load_sample("paris_talks")  # for your own story: rc.read(["folder/", "claims.jsonl"])
result = rc.reconcile(claims)
result

# %% [markdown]
# ## What contradicts
#
# One thing: the day of the talks. Two outlets have no date on the page; their "today Tuesday" is read against the one
# day that fits their story, and the report says that this was inferred.

# %%
bad = result.contradictions[0]
bad

# %%
result.timeline("talks.date")

# %% [markdown]
# A hypothesis says how an error may have come about, and on which side. It never settles anything.

# %%
for hypothesis in bad.hypotheses:
    print(hypothesis.kind, "-", hypothesis.reason)
    for support in hypothesis.support:
        print("  ", support.kind, "-", support.reason)

# %% [markdown]
# ## What differs without contradicting
#
# "About two months" against "several months"; possible attendance on Monday, attendance on Tuesday; three heads of a
# delegation, or one.

# %%
for finding in result:
    if finding.kind != "contradiction":
        print(f"{finding.kind:<14} {finding.attribute:<20} {finding.reason}")

# %% [markdown]
# ## Facts by outlets
#
# Ten copies are one witness: a fact is *agreed* when at least two independent origins tell it.

# %%
result.matrix(attribute=["talks.date", "talks.place", "pause"])

# %% [markdown]
# ## From the articles themselves
#
# The default extractor reads the texts. It finds less than a careful reader does, and should find nothing that is not
# there.

# %%
articles = rc.load_sample("paris_talks", articles=True)
from_articles = rc.reconcile(articles)
for finding in from_articles.contradictions:
    print(finding.attribute, "-", finding.reason)

# %% [markdown]
# ## A page for an editor
#
# One file that needs no script, and shows Hebrew and Arabic in their own direction.

# %%
import tempfile
from pathlib import Path

page = Path(tempfile.mkdtemp()) / "paris.html"
result.report(page)
print(page.name, "under 150 kB:", page.stat().st_size < 150_000)
