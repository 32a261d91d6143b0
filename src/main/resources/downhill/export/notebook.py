# %% [markdown]
# # A run of Downhill
#
# This notebook reads one training run from the server that trained it. It shows the run's cost, its weights, and what happens to them step by step.
#
# It needs Python 3.9 or newer and NumPy. With Matplotlib it draws; without, it prints the same numbers.
# Everything that the server answers is described at @SITE@/api.

# %%
import json
import urllib.error
import urllib.request

import numpy as np

try:
    import matplotlib.pyplot as plt
except ImportError:
    plt = None
    print("Matplotlib is not installed, so the numbers are printed instead of drawn.")

SERVER = "@SITE@"
RUN = "@RUN@"  # this name of the run only reads: nothing here changes it


def get(path):
    """The server's answer to GET /api/runs/RUN/path, as Python lists and dictionaries."""
    try:
        with urllib.request.urlopen(f"{SERVER}/api/runs/{RUN}{path}", timeout=60) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        raise RuntimeError(json.load(error)["detail"]) from None


run = get("")
spec = run["spec"]
newest = run["step"]
print("data:", spec["data"]["name"])
print("layers:", "-".join(map(str, spec["network"]["layers"])), "with", ", ".join(spec["network"]["activations"]))
print("learning rate:", spec["optimizer"]["learningRate"], "with", spec["optimizer"]["name"])
print("steps so far:", newest)

# %% [markdown]
# ## The cost
#
# The server keeps the cost of the batch at each step. It also computes the cost over all training examples and over all test examples, if there are any.

# %%
costs = get("/costs?points=2000&evaluate=true")
steps, batch_costs = np.array([point[:2] for point in costs["points"]], dtype=float).T
curves = {"batch": (steps, batch_costs)}
for column, name in ((2, "training examples"), (3, "test examples")):
    known = [point for point in costs.get("evaluated", {}).get("points", []) if point[column] is not None]
    if known:
        curves[name] = (np.array([point[0] for point in known]), np.array([point[column] for point in known]))

for name, (at, cost) in curves.items():
    print(f"cost of the {name}: {cost[0]:.6g} at step {int(at[0])}, {cost[-1]:.6g} at step {int(at[-1])}")
if plt:
    for name, (at, cost) in curves.items():
        plt.plot(at, cost, "--" if name == "test examples" else "-", label=name)
    plt.xlabel("step")
    plt.ylabel("cost")
    plt.legend()
    plt.show()

# %% [markdown]
# ## The weights
#
# `weights[l][j, k]` is the weight from neuron `k` of layer `l` to neuron `j` of layer `l + 1`. Layer 0 is the input.

# %%
frame = get(f"/frames/{newest}?detail=full")
weights = [np.array(layer) for layer in frame["weights"]]
biases = [np.array(layer) for layer in frame["biases"]]

for l, layer in enumerate(weights):
    print(f"weights into layer {l + 1}: {layer.shape[0]} x {layer.shape[1]}, from {layer.min():.4g} to {layer.max():.4g}")
if plt:
    figure, places = plt.subplots(1, len(weights), squeeze=False, figsize=(4 * len(weights), 3))
    for l, (place, layer) in enumerate(zip(places[0], weights)):
        largest = max(abs(layer).max(), 1e-12)
        picture = place.imshow(layer, cmap="RdBu", vmin=-largest, vmax=largest, aspect="auto")
        place.set(title=f"into layer {l + 1}", xlabel="from neuron", ylabel="to neuron")
        figure.colorbar(picture, ax=place)
    figure.tight_layout()
    plt.show()

# %% [markdown]
# ## The stream of steps
#
# The server sends one frame for each step as server-sent events: everything about the step, with the weights, the gradients and the updates.
# This reads the newest steps, 100 at most. In each frame the update is what gradient descent adds to the weights next.

# %%
def frames(after, last):
    """The frames of the steps after + 1 to last, as the server streams them."""
    request = urllib.request.Request(f"{SERVER}/api/runs/{RUN}/frames?from={after}", headers={"Accept": "text/event-stream"})
    event = ""
    with urllib.request.urlopen(request, timeout=60) as stream:
        for line in stream:
            name, _, value = line.decode().rstrip("\r\n").partition(":")
            if name == "event":
                event = value.strip()
            elif name == "data" and event == "frame":
                frame = json.loads(value)
                yield frame
                if frame["step"] >= last:
                    return


seen = list(frames(max(0, newest - 100), newest)) if newest > 0 else []
print("frames:", len(seen))
if seen and "weightGradients" in seen[0]:
    lengths = np.array([[np.linalg.norm(layer) for layer in map(np.array, frame["weightGradients"])] for frame in seen])
    for l in range(lengths.shape[1]):
        print(f"length of the gradient of the weights into layer {l + 1}: {lengths[0, l]:.4g} at step {seen[0]['step']}, {lengths[-1, l]:.4g} at step {seen[-1]['step']}")
    if plt:
        plt.semilogy([frame["step"] for frame in seen], lengths, label=[f"into layer {l + 1}" for l in range(lengths.shape[1])])
        plt.xlabel("step")
        plt.ylabel("length of the gradient")
        plt.legend()
        plt.show()
