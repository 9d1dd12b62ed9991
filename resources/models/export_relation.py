#!/usr/bin/env python3
"""The relation model as the program runs it: 8 bits, one pair a run.

  export_relation.py BASE CHECKPOINT OUT_FOLDER [--calibrate ROWS.jsonl.gz] [--alpha 0.5]

Writes relation-int8.onnx (the layers and heads; input `embeddings` [tokens, 768], outputs `relation` [1, 3] and `kind` [1, kinds]) and
relation-words.bin (the word embeddings, looked up by the program: for each of the 30,527 entries a 32-bit scale, then for each 768 signed
bytes; all scales come first). Both stay under what public forges take for one file.

Quantisation. Matrices of the layers are signed 7-bit integers with a scale an output (7 bits because pairs of products are added in 16
bits on processors without VNNI). Activations are 8 bits with a scale a TOKEN, taken at run time: a scale for all tokens, as plain
dynamic quantisation takes, is ruled by the few tokens and channels with huge values. What large channels remain are evened out between
activations and matrices first (SmoothQuant, Xiao et al. 2023), with ranges from the rows of --calibrate.
"""
import argparse
import gzip
import json

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import relation_net as M

PLACES = 192  # tokens a pair may have at most
ZERO = 128  # of activations


def ranges(net, tokenizer, rows):
    """Largest absolute value of every channel that goes into each matrix, by name of the matrix."""
    found, hooks = {}, []
    for name, module in net.named_modules():
        if isinstance(module, torch.nn.Linear) and name.startswith("body.encoder"):
            def seen(_, inputs, name=name):
                top = inputs[0].detach().abs().reshape(-1, inputs[0].shape[-1]).amax(0)
                found[name] = torch.maximum(found[name], top) if name in found else top
            hooks.append(module.register_forward_pre_hook(seen))
    with torch.no_grad():
        for start in range(0, len(rows), 8):
            part = rows[start : start + 8]
            ids = tokenizer([r["a"] for r in part], [r["b"] for r in part], truncation=True, max_length=160)["input_ids"]
            for row in ids:
                net(*M.pad([row]))
    for hook in hooks:
        hook.remove()
    return found


class Graph:
    def __init__(self):
        self.nodes, self.constants, self.count = [], {}, 0

    def constant(self, value, name=None):
        value = np.asarray(value)
        name = name or f"c{len(self.constants)}"
        self.constants[name] = numpy_helper.from_array(value, name)
        return name

    def op(self, kind, *inputs, outputs=1, **attributes):
        self.count += 1
        names = [f"{kind}_{self.count}" + (f"_{i}" if outputs > 1 else "") for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, name=f"{kind}_{self.count}", **attributes))
        return names[0] if outputs == 1 else names


def build(net, smooth, alpha, bits):
    g, body = Graph(), net.body
    number = lambda x: g.constant(np.float32(x))
    one, full, least, zero = number(1), number(127), number(1e-9), g.constant(np.uint8(ZERO))
    top = 2 ** (bits - 1) - 1

    def quantised(x, factor):
        """x [tokens, width] to bytes and a scale a token."""
        if factor is not None:
            x = g.op("Mul", x, g.constant(factor))
        largest = g.op("Max", g.op("ReduceMax", g.op("Abs", x), axes=[-1], keepdims=1), least)
        scaled = g.op("Mul", x, g.op("Div", full, largest))
        return g.op("QuantizeLinear", scaled, one, zero), g.op("Mul", largest, number(1 / 127))

    def product(q, scale, weight, bias):
        """Matrix product of quantised activations; weight [out, in] as 32-bit floats."""
        step = np.maximum(np.abs(weight).max(1), 1e-12) / top
        matrix = np.clip(np.round(weight / step[:, None]), -top, top).astype(np.int8).T
        y = g.op("MatMulInteger", q, g.constant(np.ascontiguousarray(matrix)), zero, g.constant(np.int8(0)))
        y = g.op("Mul", g.op("Cast", y, to=TensorProto.FLOAT), g.constant(step.astype(np.float32)))
        return g.op("Add", g.op("Mul", y, scale), g.constant(bias.astype(np.float32)))

    def smoothed(names, weights):
        """A factor a channel of the input that several matrices share, and the matrices that undo it."""
        if smooth is None:
            return None, weights
        reach = np.maximum(smooth[names[0]].numpy(), 1e-5) ** alpha
        own = np.maximum(np.abs(np.concatenate(weights)).max(0), 1e-5) ** (1 - alpha)
        factor = (reach / own).astype(np.float32)
        return 1 / factor, [w * factor for w in weights]

    def norm(x, layer):
        return g.op("LayerNormalization", x, g.constant(layer.weight.detach().numpy()), g.constant(layer.bias.detach().numpy()),
                    axis=-1, epsilon=layer.eps)

    embed = body.embeddings
    tokens = g.op("Slice", g.op("Shape", "embeddings"), g.constant(np.array([0], np.int64)), g.constant(np.array([1], np.int64)))
    start = g.constant(np.array([0], np.int64))
    places = g.constant(embed.position_embeddings.weight[2 : PLACES + 2].detach().numpy())
    x = norm(g.op("Add", "embeddings", g.op("Slice", places, start, tokens, g.constant(np.array([0], np.int64)))), embed.LayerNorm)
    with torch.no_grad():
        bias = body.encoder.compute_position_bias(torch.zeros(1, PLACES, body.config.hidden_size))[0]
    both = g.op("Concat", tokens, tokens, axis=0)
    bias = g.op("Slice", g.constant(bias.detach().numpy()), g.constant(np.array([0, 0], np.int64)), both, g.constant(np.array([1, 2], np.int64)))
    heads, width = body.config.num_attention_heads, body.config.hidden_size // body.config.num_attention_heads
    apart, together = g.constant(np.array([0, heads, width], np.int64)), g.constant(np.array([0, heads * width], np.int64))
    for i, layer in enumerate(body.encoder.layer):
        at = f"body.encoder.layer.{i}."
        attention = layer.attention.attn
        w = lambda m: m.weight.detach().numpy().astype(np.float64)
        b = lambda m: m.bias.detach().numpy()
        root = width**0.5
        weights = [w(attention.q) / root, w(attention.k), w(attention.v)]
        factor, weights = smoothed([at + "attention.attn.q"], weights)
        q8, scale = quantised(x, factor)
        qkv = product(q8, scale, np.concatenate(weights), np.concatenate([b(attention.q) / root, b(attention.k), b(attention.v)]))
        q, k, v = g.op("Split", qkv, g.constant(np.array([heads * width] * 3, np.int64)), outputs=3, axis=-1)
        q = g.op("Transpose", g.op("Reshape", q, apart), perm=[1, 0, 2])
        k = g.op("Transpose", g.op("Reshape", k, apart), perm=[1, 2, 0])
        v = g.op("Transpose", g.op("Reshape", v, apart), perm=[1, 0, 2])
        shares = g.op("Softmax", g.op("Add", g.op("MatMul", q, k), bias), axis=-1)
        mixed = g.op("Reshape", g.op("Transpose", g.op("MatMul", shares, v), perm=[1, 0, 2]), together)
        factor, weights = smoothed([at + "attention.attn.o"], [w(attention.o)])
        h = norm(g.op("Add", product(*quantised(mixed, factor), weights[0], b(attention.o)), x), layer.attention.LayerNorm)
        factor, weights = smoothed([at + "intermediate.dense"], [w(layer.intermediate.dense)])
        wide = product(*quantised(h, factor), weights[0], b(layer.intermediate.dense))
        # The error function written out: what runtimes know as GELU.
        wide = g.op("Mul", g.op("Mul", wide, g.op("Add", g.op("Erf", g.op("Div", wide, number(2**0.5))), one)), number(0.5))
        factor, weights = smoothed([at + "output.dense"], [w(layer.output.dense)])
        x = norm(g.op("Add", product(*quantised(wide, factor), weights[0], b(layer.output.dense)), h), layer.output.LayerNorm)
    first = g.op("Slice", x, start, g.constant(np.array([1], np.int64)), g.constant(np.array([0], np.int64)))
    mean = g.op("ReduceMean", x, axes=[0], keepdims=1)
    pooled = g.op("Concat", first, mean, axis=-1)
    pooled = g.op("Tanh", product(*quantised(pooled, None), net.dense.weight.detach().numpy(), net.dense.bias.detach().numpy()))

    def dense(x, layer):
        return g.op("Add", g.op("MatMul", x, g.constant(layer.weight.detach().numpy().T.copy())), g.constant(layer.bias.detach().numpy()))

    outputs = []
    for name in ("relation", "kind"):
        head = getattr(net, name, None)
        if head is not None:
            g.nodes.append(helper.make_node("Identity", [dense(pooled, head)], [name]))
            outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, head.out_features]))
    inputs = [helper.make_tensor_value_info("embeddings", TensorProto.FLOAT, ["tokens", heads * width])]
    graph = helper.make_graph(g.nodes, "relation", inputs, outputs, list(g.constants.values()))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], producer_name="counterpoint")
    model.ir_version = 8
    onnx.checker.check_model(model)
    return model


def words(net):
    table = net.body.embeddings.word_embeddings.weight.detach().numpy()
    scale = (np.maximum(np.abs(table).max(1), 1e-12) / 127).astype(np.float32)
    return scale, np.clip(np.round(table / scale[:, None]), -127, 127).astype(np.int8)


if __name__ == "__main__":
    args = argparse.ArgumentParser()
    args.add_argument("base")
    args.add_argument("checkpoint")
    args.add_argument("out")
    args.add_argument("--calibrate", required=True)
    args.add_argument("--rows", type=int, default=48)
    args.add_argument("--alpha", type=float, default=0.5)
    args.add_argument("--bits", type=int, default=7)
    A = args.parse_args()
    net, tokenizer = M.load(A.base, A.checkpoint), M.tokenizer_of(A.base)
    with gzip.open(A.calibrate, "rt") as f:
        rows = [json.loads(line) for line, _ in zip(f, range(A.rows))]
    smooth = ranges(net, tokenizer, rows) if A.alpha > 0 else None
    onnx.save(build(net, smooth, A.alpha, A.bits), f"{A.out}/relation-int8.onnx")
    scale, table = words(net)
    with open(f"{A.out}/relation-words.bin", "wb") as f:
        f.write(scale.tobytes() + table.tobytes())
