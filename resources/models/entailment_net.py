"""The entailment network and how rows of text become its input. Used by the training and evaluation scripts here.

A pair of sentences goes through a MiniLM-shaped BERT (6 layers, 384 wide) as one sequence,
`[CLS] premise [SEP] hypothesis [SEP]`. The last layer's first token and the mean of all tokens, side by side, pass one
dense layer with tanh: the hidden vector. From it come

    logits      [batch, 3]   entailment, neutral, contradiction, in this order
    same_event  [batch, 1]   optional: do both sentences tell of the same event? (before the sigmoid)

Parameters bear the names Hugging Face gives BERT's, plus `head.dense`, `head.out` and, if present, `head.same`; weights
are kept as safetensors under these names. There is no dropout: training sees each row about once."""
import json
import os
import re

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

LABELS = {"entailment": 0, "neutral": 1, "contradiction": 2}
EVENTS = {"different_event": 0, "same_event": 1}
NONE = -1
"""Stands in a row for a label it does not have: most rows say nothing of events, and same-event rows nothing of
entailment."""

LAYERS, WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 6, 384, 12, 1536, 30522, 512


class Layer(nn.Module):
    """One transformer layer, normalised after each of its two halves as in BERT."""

    def __init__(self):
        super().__init__()
        projections = {name: nn.Linear(WIDTH, WIDTH) for name in ("query", "key", "value")}
        self.attention = nn.ModuleDict({"self": nn.ModuleDict(projections), "output": closing(WIDTH)})
        self.intermediate = nn.ModuleDict({"dense": nn.Linear(WIDTH, INNER)})
        self.output = closing(INNER)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        parts = self.attention["self"].values()
        weight, bias = torch.cat([p.weight for p in parts]), torch.cat([p.bias for p in parts])
        projected = functional.linear(x, weight, bias).view(batch, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = projected.permute(2, 0, 3, 1, 4)
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        x = finish(self.attention["output"], mixed.transpose(1, 2).reshape(batch, length, WIDTH), x)
        return finish(self.output, functional.gelu(self.intermediate["dense"](x)), x)


def closing(width):
    """The end of a half layer: a projection back to the model's width, and the normalisation after the sum."""
    return nn.ModuleDict({"dense": nn.Linear(width, WIDTH), "LayerNorm": nn.LayerNorm(WIDTH, eps=1e-12)})


def finish(half, inner, residual):
    return half["LayerNorm"](half["dense"](inner) + residual)


class EntailmentNet(nn.Module):
    """See the module's text. `same_event` adds the second output."""

    def __init__(self, same_event=False):
        super().__init__()
        self.embeddings = nn.ModuleDict({
            "word_embeddings": nn.Embedding(VOCABULARY, WIDTH),
            "position_embeddings": nn.Embedding(POSITIONS, WIDTH),
            "token_type_embeddings": nn.Embedding(2, WIDTH),
            "LayerNorm": nn.LayerNorm(WIDTH, eps=1e-12),
        })
        self.encoder = nn.ModuleDict({"layer": nn.ModuleList(Layer() for _ in range(LAYERS))})
        self.head = nn.ModuleDict({"dense": nn.Linear(2 * WIDTH, WIDTH), "out": nn.Linear(WIDTH, len(LABELS))})
        if same_event:
            self.head["same"] = nn.Linear(WIDTH, 1)

    def forward(self, ids, types, attended):
        """Token ids, token types (0 premise, 1 hypothesis) and what is no padding, each [batch, length].
        Returns the logits and, or None, the same-event output."""
        tables = self.embeddings
        x = tables["word_embeddings"](ids) + tables["token_type_embeddings"](types)
        x = tables["LayerNorm"](x + tables["position_embeddings"].weight[:ids.shape[1]])
        mask = None if bool(attended.all()) else (attended[:, None, None, :].to(x.dtype) - 1) * 1e4
        for layer in self.encoder["layer"]:
            with torch.set_grad_enabled(torch.is_grad_enabled() and layer.output["dense"].weight.requires_grad):
                x = layer(x, mask)
        weight = attended[..., None].to(x.dtype)
        summary = torch.cat([x[:, 0], (x * weight).sum(1) / weight.sum(1)], -1)
        hidden = torch.tanh(self.head["dense"](summary))
        return self.head["out"](hidden), self.head["same"](hidden) if "same" in self.head else None

    def freeze(self, layers):
        """Keeps the embeddings and the lowest `layers` layers as they are, which also saves their way back."""
        for part in (self.embeddings, *self.encoder["layer"][:layers]):
            for parameter in part.parameters():
                parameter.requires_grad = False

    def load(self, path):
        """Takes weights from a safetensors file. The head may be missing or lack `same` (a sentence encoder, or a
        network of one output): what is missing keeps its random start. A `same` this network lacks is passed over."""
        weights = {name: value.float() for name, value in load_file(path).items() if not name.startswith("pooler")}
        weights.pop("embeddings.position_ids", None)
        missing, unknown = self.load_state_dict(weights, strict=False)
        stray = [name for name in missing if not name.startswith("head.")]
        stray += [name for name in unknown if not name.startswith("head.same")]
        if stray:
            raise ValueError(f"{path}: not the weights of this network: {', '.join(stray[:4])}")

    def save(self, path, dtype=torch.float32):
        save_file({name: value.to(dtype).contiguous() for name, value in self.state_dict().items()}, path)


def untokenise(text):
    """Writes text that comes with spaces around its punctuation (`it 's over .`) as it would be printed."""
    text = text.replace("`` ", '"').replace(" ''", '"').replace("``", '"').replace("''", '"')
    text = re.sub(r"\s+([.,;:!?%)\]])", r"\1", text)
    text = re.sub(r"([(\[$])\s+", r"\1", text)
    text = re.sub(r"\s+(n't|'s|'re|'ve|'ll|'d|'m)\b", r"\1", text)
    return re.sub(r"\s+", " ", text).strip()


def read_rows(path):
    """Rows of a JSONL file: (premise, hypothesis, entailment label or NONE, same-event label or NONE, source).

    Rows without a source bear the file's name. The label is one of LABELS or EVENTS; a pair about different events is
    neutral as well."""
    stem, rows = os.path.splitext(os.path.basename(path))[0], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            label, event = LABELS.get(row["label"], NONE), EVENTS.get(row["label"], NONE)
            if event == EVENTS["different_event"]:
                label = LABELS["neutral"]
            source = row.get("source", stem)
            rows.append((untokenise(row["premise"]), untokenise(row["hypothesis"]), label, event, source))
    return rows


class Encoder:
    """Turns rows into token ids, at most `length` tokens a pair."""

    def __init__(self, tokenizer_json, length=128):
        self.tokenizer = Tokenizer.from_file(tokenizer_json)
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(length)

    def encode(self, rows):
        """A list of (token ids, token types, label, event), as compact arrays."""
        encoded = []
        for start in range(0, len(rows), 10_000):
            part = rows[start:start + 10_000]
            for row, pair in zip(part, self.tokenizer.encode_batch([(row[0], row[1]) for row in part])):
                encoded.append((np.array(pair.ids, np.int32), np.array(pair.type_ids, np.int8), row[2], row[3]))
        return encoded


def collate(examples):
    """Pads encoded rows to the longest of them: (ids, types, attended, labels, events) as tensors."""
    length = max(len(example[0]) for example in examples)
    ids, types, attended = (np.zeros((len(examples), length), np.int64) for _ in range(3))
    for i, example in enumerate(examples):
        n = len(example[0])
        ids[i, :n], types[i, :n], attended[i, :n] = example[0], example[1], 1
    labels, events = (torch.tensor([example[k] for example in examples]) for k in (2, 3))
    return torch.from_numpy(ids), torch.from_numpy(types), torch.from_numpy(attended), labels, events


def predict(net, examples, size=32):
    """Class probabilities [rows, 3] and same-event probabilities [rows] (or None) of encoded rows, in their order."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i][0]))
    probabilities, same = np.zeros((len(examples), len(LABELS))), np.zeros(len(examples))
    net.eval()
    with torch.no_grad():
        for start in range(0, len(order), size):
            chosen = order[start:start + size]
            logits, event = net(*collate([examples[i] for i in chosen])[:3])
            probabilities[chosen] = torch.softmax(logits, -1).numpy()
            if event is not None:
                same[chosen] = torch.sigmoid(event[:, 0]).numpy()
    net.train()
    return probabilities, same if "same" in net.head else None
