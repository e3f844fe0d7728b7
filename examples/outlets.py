# %% [markdown]
# # Who tells what, and on whose word
#
# Counting outlets rewards copying. `reconcile` counts origins: the sources that a chain of quotations ends at. And it
# ranks nobody, because nobody here knows what is true.

# %%
import reconcile as rc

result = rc.reconcile(rc.load_sample("paris_talks"))
result.sources()

# %% [markdown]
# A fact with several outlets behind it may still have one origin.

# %%
for fact in result.facts:
    if len(fact.articles) > fact.origins.max:
        told = f"{len(fact.articles)} articles, {fact.origins.min} to {fact.origins.max} origins"
        print(f"{fact.attribute:<24} {told:<30} {', '.join(fact.origins.names)}")

# %% [markdown]
# ## Who agrees with whom, and who is silent

# %%
result.agreement()

# %%
result.coverage(attribute=["talks", "pause"])

# %% [markdown]
# ## From the outlet to the origin

# %%
result.graph(attribute="talks.date")
