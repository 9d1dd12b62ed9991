#!/usr/bin/env python3
"""Fine-tune the relation model on a processor (bf16 autocast) or a GPU.

  train.py --base DIR --nli FILE:N,... --relation FILE:N,... --out DIR [--init CKPT] [--minutes M] [--dev FILE,...]

Rows are JSONL (.gz too): {premise, hypothesis, label} for the nli head, {a, b, label} for the relation head; a contradiction with a
`kind` teaches the kind head as well. A run is made of rounds: in each, N rows of every file are drawn anew (`all`, or `x3`: three times
all), and the files are read anew, so rows may be added while it runs. The rate rises over 6% of the run and falls to zero at its end,
--minutes after its start. Embeddings and the first --freeze layers stay as they are. ckpt.pt every ten minutes, final.pt at the end.
"""
import argparse
import collections
import gzip
import json
import os
import random
import re
import time

import torch
import torch.nn.functional as F

import relation_net as M

args = argparse.ArgumentParser()
args.add_argument("--base", required=True)
args.add_argument("--nli", default="")
args.add_argument("--relation", default="")
args.add_argument("--out", required=True)
args.add_argument("--init")
args.add_argument("--lr", type=float, default=3e-5)
args.add_argument("--head-lr", type=float, default=1e-4)
args.add_argument("--tokens", type=int, default=1300, help="a batch, padding counted")
args.add_argument("--max-len", type=int, default=160)
args.add_argument("--freeze", type=int, default=M.FROZEN_LAYERS)
args.add_argument("--threads", type=int, default=2)
args.add_argument("--seed", type=int, default=1)
args.add_argument("--minutes", type=float, default=1e9)
args.add_argument("--smooth", type=float, default=0.05)
args.add_argument("--dev", default="")
args.add_argument("--bf16", action="store_true", help="only where the processor is faster at it: on some, 32 bits are")
A = args.parse_args()
os.makedirs(A.out, exist_ok=True)
torch.set_num_threads(A.threads)
random.seed(A.seed)
torch.manual_seed(A.seed)
device = "cuda" if torch.cuda.is_available() else "cpu"
tokenizer = M.tokenizer_of(A.base)


def log(*parts):
    line = " ".join([time.strftime("%H:%M:%S"), *map(str, parts)])
    print(line, flush=True)
    with open(f"{A.out}/log.txt", "a") as f:
        f.write(line + "\n")


def untokenised(text):
    """Undoes treebank spacing: a model that sees it in one class learns that."""
    text = re.sub(r"\s+([.,;:!?%)\]])", r"\1", text)
    text = re.sub(r"([(\[$])\s+", r"\1", text)
    text = re.sub(r"\s+(n't|'s|'re|'ve|'ll|'d|'m)\b", r"\1", text)
    return re.sub(r"\s+", " ", text.replace("-LRB-", "(").replace("-RRB-", ")")).strip()


def rows(spec, draw=random.Random(0)):
    """(a, b, label, head, kind) of the files named; head 0 is nli, 1 is relation; kind -100 where there is none."""
    out = []
    for item in filter(None, spec.split(",")):
        path, count = item.rsplit(":", 1)
        found = []
        if not os.path.exists(path):
            continue
        with (gzip.open if path.endswith(".gz") else open)(path, "rt") as f:
            for line in f:
                row = json.loads(line)
                if row.get("label") in M.NLI and "premise" in row:
                    found.append((untokenised(row["premise"]), untokenised(row["hypothesis"]), M.NLI[row["label"]], 0, -100))
                elif row.get("label") in M.RELATION:
                    a, b = row["a"], row["b"]
                    if draw.random() < 0.5:
                        a, b = b, a
                    kind = M.KINDS.index(row["kind"]) if row["label"] == "contradict" and row.get("kind") in M.KINDS else -100
                    found.append((untokenised(a), untokenised(b), M.RELATION[row["label"]], 1, kind))
        draw.shuffle(found)
        out += found if count == "all" else found * int(count[1:]) if count.startswith("x") else found[: int(count)]
    return out


def encoded(found):
    ids = tokenizer([r[0] for r in found], [r[1] for r in found], truncation=True, max_length=A.max_len)["input_ids"]
    return [(i, r[2], r[3], r[4]) for i, r in zip(ids, found)]


def batches(data, rng):
    data = sorted(data, key=lambda d: len(d[0]) + rng.random() * 6)
    out, batch = [], []
    for d in data:
        if batch and (len(batch) + 1) * max(len(d[0]), *(len(x[0]) for x in batch)) > A.tokens:
            out.append(batch)
            batch = []
        batch.append(d)
    out.append(batch)
    rng.shuffle(out)
    return out


def logits(batch):
    ids, mask = M.pad([b[0] for b in batch])
    head = torch.tensor([b[2] for b in batch], device=device).view(-1, 1)
    with torch.autocast(device, torch.bfloat16, enabled=A.bf16):
        nli, relation, kind = net(ids.to(device), mask.to(device))
    return torch.where(head == 0, nli, relation).float(), kind.float()


def report(path):
    found = rows(path + ":all")
    net.eval()
    data = encoded(found)
    order = sorted(range(len(data)), key=lambda i: len(data[i][0]))
    p = [None] * len(data)
    with torch.no_grad():
        for k in range(0, len(order), 32):
            part = order[k : k + 32]
            for i, x in zip(part, logits([data[i] for i in part])[0].softmax(-1).tolist()):
                p[i] = x
    net.train()
    gold, told = [r[2] for r in found], [max(range(3), key=x.__getitem__) for x in p]
    line = f"{os.path.basename(path)} n={len(gold)} acc={sum(map(int.__eq__, gold, told)) / len(gold):.3f}"
    for k, name in ((0, "agree"), (2, "contradict")):
        right = sum(g == t == k for g, t in zip(gold, told))
        line += f" {name} P={right / max(1, told.count(k)):.2f} R={right / max(1, gold.count(k)):.2f}"
    for at in (0.7, 0.9):
        over = [g for x, g in zip(p, gold) if x[2] >= at]
        line += f" contradict@{at} P={over.count(2) / max(1, len(over)):.2f} R={over.count(2) / max(1, gold.count(2)):.2f}"
    log(line)


net = M.load(A.base, A.init) if A.init else M.Net(A.base)
net.to(device).train()
for part in (net.body.embeddings, *net.body.encoder.layer[: A.freeze]):
    part.requires_grad_(False)
log("arguments", vars(A))
body = [p for n, p in net.named_parameters() if p.requires_grad and n.startswith("body")]
heads = [p for n, p in net.named_parameters() if p.requires_grad and not n.startswith("body")]
rates = [A.lr, A.head_lr]
optimiser = torch.optim.AdamW([dict(params=body, lr=A.lr), dict(params=heads, lr=A.head_lr)], weight_decay=0.01, betas=(0.9, 0.98))
step = 0
start = saved = time.time()
losses, right, rng = collections.deque(maxlen=100), collections.deque(maxlen=100), random.Random(A.seed)


def save(name):
    torch.save({k: v.to(torch.bfloat16) if v.is_floating_point() else v for k, v in net.state_dict().items()}, f"{A.out}/{name}")


share = 0.0
while share < 1:
    drawn = rows(A.nli, rng) + rows(A.relation, rng)
    data = [d for d in encoded(drawn) if len(d[0]) < A.max_len]
    log("round of", len(data), "rows,", sum(len(d[0]) for d in data), "tokens", collections.Counter((r[3], r[2]) for r in drawn))
    for batch in batches(data, rng):
        minutes = (time.time() - start) / 60
        share = minutes / A.minutes
        if share >= 1:
            break
        factor = share / 0.06 if share < 0.06 else (1 - share) / 0.94
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate * factor
        z, kinds = logits(batch)
        gold = torch.tensor([b[1] for b in batch], device=device)
        kind = torch.tensor([b[3] for b in batch], device=device)
        loss = F.cross_entropy(z, gold, label_smoothing=A.smooth)
        if (kind >= 0).any():
            loss = loss + 0.2 * F.cross_entropy(kinds, kind, ignore_index=-100, reduction="sum") / len(batch)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        step += 1
        losses.append(loss.item())
        right.append((z.argmax(-1) == gold).float().mean().item())
        if step % 50 == 0:
            log(f"step {step} {100 * share:.1f}% loss {sum(losses) / len(losses):.3f} acc {sum(right) / len(right):.3f} {minutes:.1f} min")
        if time.time() - saved > 600:
            save("ckpt.pt")
            saved = time.time()
save("final.pt")
for path in filter(None, A.dev.split(",")):
    report(path)
