"""The relation model: MPNet body, two heads on [first token; mean], int8 checkpoints.

Heads: `relation` (agree, neither, contradict) for two statements of two reports; `nli` (entailment, neutral, contradiction),
which only training uses. The pair goes in as <s> a </s></s> b </s>, at most 160 tokens.
"""
import torch
import torch.nn as nn
from safetensors.torch import load_file, save_file
from transformers import AutoTokenizer, MPNetModel

RELATION = {"agree": 0, "neither": 1, "contradict": 2}
NLI = {"entailment": 0, "neutral": 1, "contradiction": 2}
KINDS = ["place", "number", "date", "duration", "role", "name", "negation", "antonym", "attribution", "outcome", "quote", "order", "wording"]
FROZEN_LAYERS = 3  # and the embeddings: as in the base, so a packed checkpoint leaves them out


class Net(nn.Module):
    def __init__(self, base):
        super().__init__()
        self.body = MPNetModel.from_pretrained(base, add_pooling_layer=False)
        width = self.body.config.hidden_size
        self.dense = nn.Linear(2 * width, width)
        self.nli = nn.Linear(width, 3)
        self.relation = nn.Linear(width, 3)
        self.kind = nn.Linear(width, len(KINDS))

    def forward(self, ids, mask):
        """Logits of the heads: nli [batch, 3], relation [batch, 3], kind [batch, kinds]."""
        hidden = self.body(input_ids=ids, attention_mask=mask).last_hidden_state.float()
        weight = mask.unsqueeze(-1).float()
        mean = (hidden * weight).sum(1) / weight.sum(1)
        pooled = torch.tanh(self.dense(torch.cat([hidden[:, 0], mean], -1)))
        return self.nli(pooled), self.relation(pooled), self.kind(pooled)


def pack(checkpoint, out):
    """What training changed: matrices as int8 with a scale a row, the rest as f16."""
    packed = {}
    for name, value in torch.load(checkpoint, map_location="cpu").items():
        frozen = [f"body.encoder.layer.{i}." for i in range(FROZEN_LAYERS)]
        if name.startswith(("body.embeddings", *frozen)):
            continue
        value = value.float()
        if value.dim() == 2 and value.numel() > 20_000:
            scale = value.abs().amax(1, keepdim=True) / 127
            packed[name], packed[name + ".scale"] = (value / scale).round().to(torch.int8), scale.half()
        else:
            packed[name] = value.half()
    save_file(packed, out)


def load(base, checkpoint):
    """A net from a packed checkpoint (.safetensors) or one of train_relation.py (.pt); what it lacks is the base's."""
    net = Net(base)
    if checkpoint.endswith(".safetensors"):
        raw = load_file(checkpoint)
        state = {k: v.float() * raw[k + ".scale"].float() if v.dtype == torch.int8 else v.float()
                 for k, v in raw.items() if not k.endswith(".scale")}
    else:
        state = {k: v.float() for k, v in torch.load(checkpoint, map_location="cpu").items()}
    missing, unexpected = net.load_state_dict(state, strict=False)
    assert not unexpected, unexpected
    return net.eval()


def pad(rows):
    """Token id lists to (ids, mask), padded with MPNet's <pad> (1)."""
    length = max(map(len, rows))
    ids = torch.full((len(rows), length), 1)
    mask = torch.zeros((len(rows), length), dtype=torch.long)
    for i, row in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
        mask[i, : len(row)] = 1
    return ids, mask


def probabilities(net, tokenizer, pairs, head="relation", batch=32):
    """[P(agree), P(neither), P(contradict)] for each (a, b), in bf16 where the processor has it."""
    encoded = tokenizer([a for a, _ in pairs], [b for _, b in pairs], truncation=True, max_length=160)["input_ids"]
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i]))
    out = [None] * len(encoded)
    with torch.no_grad():
        for start in range(0, len(order), batch):
            part = order[start : start + batch]
            nli, relation, _ = net(*pad([encoded[i] for i in part]))
            for i, p in zip(part, (relation if head == "relation" else nli).softmax(-1).tolist()):
                out[i] = p
    return out


def embeddings(base, tokenizer, texts):
    """Unit vectors of the base as sentence encoder (masked mean), [n, 768]."""
    body = MPNetModel.from_pretrained(base, add_pooling_layer=False).eval()
    encoded = tokenizer(texts, truncation=True, max_length=128)["input_ids"]
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i]))
    out = [None] * len(encoded)
    with torch.no_grad():
        for start in range(0, len(order), 32):
            part = order[start : start + 32]
            ids, mask = pad([encoded[i] for i in part])
            hidden = body(input_ids=ids, attention_mask=mask).last_hidden_state.float()
            weight = mask.unsqueeze(-1).float()
            vectors = nn.functional.normalize((hidden * weight).sum(1) / weight.sum(1), dim=-1)
            for i, vector in zip(part, vectors):
                out[i] = vector
    return torch.stack(out)


def tokenizer_of(base):
    return AutoTokenizer.from_pretrained(base)
