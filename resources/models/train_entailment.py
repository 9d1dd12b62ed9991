#!/usr/bin/env python3
"""Fine-tunes the entailment network (entailment_net.py) on sentence pairs, for as long as there is time.

    for worker in 0 1; do OMP_WAIT_POLICY=PASSIVE OMP_NUM_THREADS=1 nice -n 10 ./train_entailment.py \\
        --init WEIGHTS.safetensors --tokenizer tokenizer.json --rows ROWS.jsonl... --keep snli=0.5 \\
        --dev mnli=DEV.jsonl snli=DEV.jsonl --until 07:50 --out RUN --worker $worker --workers 2 & done

Workers are processes of one thread, each with its own part of the rows. Every `--average-minutes` they write their
weights to RUN, wait for one another, and go on from the mean: cheaper than averaging gradients at each step, and no
worker waits long for one whose core is busy. Each keeps its own state of the optimiser.

The clock, not a number of steps, decides the learning rate: it rises over the first `--warm-minutes`, then falls in a
straight line from `--rate` to `--end-rate` at `--until`. The same command started again goes on from the last
averaging, with its rows in a new order; RUN/start.json holds when the run began. The word, position and type
embeddings stay as they are, and so do the lowest `--freeze-layers` layers.

RUN gets log.tsv (worker 0: see LOG_COLUMNS), checkpoint-N.pt of each worker, average.safetensors (the last mean) and,
at the end, final.safetensors. Rows are {"premise", "hypothesis", "label", "source"}, see `read_rows`."""
import argparse
import datetime
import json
import os
import random
import time

import numpy as np
import torch
from safetensors.torch import load_file
from torch.nn import functional

from entailment_net import LABELS, NONE, EntailmentNet, Encoder, collate, predict, read_rows

LOG_COLUMNS = ["time", "minutes", "step", "examples", "rate", "loss", "accuracy"]
"""`step` is worker 0's; `examples` all workers', taken to be equal; loss and accuracy are of the training rows
since the line before. Then one column for each `--dev` set: accuracy, or empty where it was not measured."""


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--init", required=True, help="weights to start from: a sentence encoder or an entailment network")
    add("--tokenizer", required=True, help="tokenizer.json of the base model")
    add("--rows", required=True, nargs="+", help="training rows, JSONL")
    add("--keep", nargs="*", default=[], metavar="SOURCE=SHARE",
        help="share of the rows whose source begins so; 2 takes each twice; the longest match counts; others 1")
    add("--dev", nargs="*", default=[], metavar="NAME=FILE", help="rows to measure accuracy on during training")
    add("--dev-rows", type=int, default=400, help="how many rows of each dev file, drawn by seed")
    add("--out", required=True, help="folder of the run")
    add("--until", required=True, help="end of the run, HH:MM")
    add("--rate", type=float, default=1e-4, help="highest learning rate")
    add("--end-rate", type=float, default=0.0)
    add("--warm-minutes", type=float, default=3)
    add("--average-minutes", type=float, default=6)
    add("--dev-minutes", type=float, default=18)
    add("--weight-decay", type=float, default=0.01)
    add("--smoothing", type=float, default=0.05, help="label smoothing")
    add("--swap", type=float, default=0.15, help="share of contradictions also shown with their sides exchanged")
    add("--same-event", type=float, default=0.0, help="weight of the same-event loss; 0 leaves that output out")
    add("--batch-tokens", type=int, default=1600, help="most tokens in a batch, padding counted")
    add("--most-tokens", type=int, default=128, help="rows of more tokens are left out")
    add("--freeze-layers", type=int, default=0, help="how many of the lowest layers stay as they are")
    add("--batch-rows", type=int, default=32)
    add("--seed", type=int, default=1)
    add("--worker", type=int, default=0)
    add("--workers", type=int, default=1)
    return parser.parse_args()


def training_rows(args):
    """All rows of the run in a seeded order, mixed as `--keep` asks, exchanged contradictions added."""
    shares = {source: float(share) for source, share in (entry.rsplit("=", 1) for entry in args.keep)}
    rng = random.Random(args.seed)
    rows = []
    for path in args.rows:
        for row in read_rows(path):
            matches = [source for source in shares if row[4].startswith(source)]
            share = shares[max(matches, key=len)] if matches else 1.0
            rows += [row] * (int(share) + (rng.random() < share % 1))
    rows += [(b, a, *rest) for a, b, *rest in rows
             if rest[0] == LABELS["contradiction"] and rng.random() < args.swap]
    rng.shuffle(rows)
    return rows


def batches(rows, encoder, args, rng):
    """Endless batches of encoded rows of like length: passes over all rows in random order, one after another. Rows are
    encoded a few thousand at a time, so that a run starts at once however many there are."""
    while True:
        rng.shuffle(rows)
        for start in range(0, len(rows), 3200):
            examples = [example for example in encoder.encode(rows[start:start + 3200])
                        if len(example[0]) <= args.most_tokens]
            made, batch = [], []
            for example in sorted(examples, key=lambda example: len(example[0])):
                # Sorted by length, so the row at hand is the longest and sets the padded size.
                full = (len(batch) + 1) * len(example[0]) > args.batch_tokens or len(batch) == args.batch_rows
                if full and batch:
                    made.append(batch)
                    batch = []
                batch.append(example)
            made.append(batch)
            rng.shuffle(made)
            yield from made


class Clock:
    """Maps the time of day to the learning rate, the same for all workers and across restarts."""

    def __init__(self, args):
        path = os.path.join(args.out, "start.json")
        try:
            with open(path, "x") as file:
                json.dump({"start": time.time(), "arguments": vars(args)}, file, indent=1)
        except FileExistsError:
            time.sleep(1)  # another worker may be writing it
        with open(path) as file:
            self.start = json.load(file)["start"]
        hour, minute = map(int, args.until.split(":"))
        end = datetime.datetime.now().replace(hour=hour, minute=minute, second=0)
        self.end, self.args = end.timestamp(), args

    def minutes(self):
        return (time.time() - self.start) / 60

    def over(self):
        return time.time() >= self.end

    def rate(self):
        args, total = self.args, (self.end - self.start) / 60
        if self.minutes() < args.warm_minutes:
            return args.rate * max(0.02, self.minutes() / args.warm_minutes)
        left = (total - self.minutes()) / (total - args.warm_minutes)
        return args.end_rate + (args.rate - args.end_rate) * min(1.0, max(0.0, left))


class Averaging:
    """Exchange of weights between workers through files of the run's folder."""

    def __init__(self, args, clock):
        self.args, self.clock = args, clock
        self.round = self.due()

    def due(self):
        """The number of the round the clock is in; a new number means it is time to average."""
        return int(self.clock.minutes() / self.args.average_minutes)

    def path(self, number, worker):
        return os.path.join(self.args.out, f"round-{number}-worker-{worker}.safetensors")

    def average(self, net, number, patience=120):
        """Replaces the weights by the mean over the workers whose file of this round comes within `patience` seconds.
        Returns how many took part."""
        own = self.path(number, self.args.worker)
        net.save(own + ".part")
        os.replace(own + ".part", own)
        files = [self.path(number, worker) for worker in range(self.args.workers)]
        start = time.time()
        while not all(map(os.path.exists, files)) and time.time() - start < patience:
            time.sleep(0.2)
        present = [load_file(path) for path in files if os.path.exists(path)]
        net.load_state_dict({name: sum(part[name] for part in present) / len(present) for name in present[0]})
        stale = self.path(self.round, self.args.worker)
        if stale != own and os.path.exists(stale):
            os.remove(stale)
        self.round = number
        return len(present)


def loss_of(net, batch, args):
    """Loss of one batch, and (right answers, rows with an entailment label)."""
    ids, types, attended, labels, events = batch
    logits, same = net(ids, types, attended)
    labelled, loss = labels != NONE, logits.sum() * 0
    if labelled.any():
        loss = functional.cross_entropy(logits[labelled], labels[labelled], label_smoothing=args.smoothing)
    with_event = events != NONE
    if same is not None and with_event.any():
        share = with_event.float().mean()
        gate = functional.binary_cross_entropy_with_logits(same[with_event, 0], events[with_event].float())
        loss = loss * labelled.float().mean() + args.same_event * share * gate
    return loss, (int((logits.argmax(-1) == labels)[labelled].sum()), int(labelled.sum()))


class Run:
    """A worker's state: network, optimiser, place in the rows; saved and taken up again."""

    def __init__(self, args):
        self.args = args
        self.net = EntailmentNet(args.same_event > 0)
        self.net.load(args.init)
        self.net.freeze(args.freeze_layers)
        trained = [p for p in self.net.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW([
            {"params": [p for p in trained if p.ndim > 1], "weight_decay": args.weight_decay},
            {"params": [p for p in trained if p.ndim < 2], "weight_decay": 0.0}], lr=args.rate, fused=True)
        self.trained, self.step, self.examples = trained, 0, 0
        self.checkpoint = os.path.join(args.out, f"checkpoint-{args.worker}.pt")
        if os.path.exists(self.checkpoint):
            saved = torch.load(self.checkpoint)
            self.net.load_state_dict(saved["net"])
            self.optimizer.load_state_dict(saved["optimizer"])
            self.step, self.examples = saved["step"], saved["examples"]
            print(f"worker {args.worker}: goes on at step {self.step}", flush=True)

    def save(self):
        torch.save({"net": self.net.state_dict(), "optimizer": self.optimizer.state_dict(), "step": self.step,
                    "examples": self.examples}, self.checkpoint + ".part")
        os.replace(self.checkpoint + ".part", self.checkpoint)

    def learn(self, batch, rate):
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        loss, counts = loss_of(self.net, batch, self.args)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.trained, 1.0)
        self.optimizer.step()
        self.step += 1
        self.examples += len(batch[0])
        return loss.item(), counts


class Log:
    """log.tsv of the run, and the accuracy on the dev rows."""

    def __init__(self, args, encoder, clock):
        rng = random.Random(args.seed)
        self.dev = {}
        for name, path in (entry.split("=", 1) for entry in args.dev):
            rows = [row for row in read_rows(path) if row[2] != NONE]
            self.dev[name] = encoder.encode(rng.sample(rows, min(args.dev_rows, len(rows))))
        self.path, self.clock, self.args = os.path.join(args.out, "log.tsv"), clock, args
        self.losses, self.right, self.seen, self.measured = [], 0, 0, clock.minutes()
        if not os.path.exists(self.path):
            with open(self.path, "w") as file:
                file.write("\t".join(LOG_COLUMNS + list(self.dev)) + "\n")

    def note(self, loss, counts):
        self.losses.append(loss)
        self.right, self.seen = self.right + counts[0], self.seen + counts[1]

    def line(self, run, examples, last):
        measure = last or self.clock.minutes() - self.measured >= self.args.dev_minutes
        scores = [f"{accuracy(run.net, rows):.4f}" if measure else "" for rows in self.dev.values()]
        if measure:
            self.measured = self.clock.minutes()
        fields = [time.strftime("%H:%M:%S"), f"{self.clock.minutes():.1f}", run.step, examples,
                  f"{self.clock.rate():.2e}", f"{np.mean(self.losses or [0]):.4f}",
                  f"{self.right / max(1, self.seen):.4f}", *scores]
        with open(self.path, "a") as file:
            file.write("\t".join(map(str, fields)) + "\n")
        self.losses, self.right, self.seen = [], 0, 0


def accuracy(net, examples):
    probabilities, _ = predict(net, examples)
    return float(np.mean(probabilities.argmax(-1) == np.array([example[2] for example in examples])))


def main():
    args = arguments()
    os.makedirs(args.out, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    encoder = Encoder(args.tokenizer)
    rows = training_rows(args)
    print(f"worker {args.worker}: {len(rows)} rows, entailment labels",
          np.bincount([row[2] for row in rows if row[2] != NONE]).tolist(), flush=True)
    run, clock = Run(args), Clock(args)
    averaging, log = Averaging(args, clock), Log(args, encoder, clock) if args.worker == 0 else None
    rng = random.Random(f"{args.seed} {args.worker} {run.step}")
    source = batches(rows[args.worker::args.workers], encoder, args, rng)
    over = False
    while not over:
        loss, counts = run.learn(collate(next(source)), clock.rate())
        over = clock.over()
        if log:
            log.note(loss, counts)
        if averaging.due() > averaging.round or over:
            took_part = averaging.average(run.net, averaging.due() + over)
            run.save()
            print(f"worker {args.worker}: step {run.step}, {run.examples} examples, round {averaging.round}, "
                  f"mean of {took_part}", flush=True)
            if log:
                run.net.save(os.path.join(args.out, "average.safetensors"))
                log.line(run, run.examples * args.workers, over)
    if log:
        run.net.save(os.path.join(args.out, "final.safetensors"))


if __name__ == "__main__":
    main()
