#!/usr/bin/env python3
"""Writes the sentence encoder, a MiniLM-shaped BERT, as an ONNX graph, and in 8 bits.

    export_encoder.py WEIGHTS.safetensors OUT.onnx [--int8 OUT-int8.onnx]

The graph is built node by node (opset 17), so that it holds just the operators the program's runtime has and does not
change with the version of an exporter. Inputs are `input_ids`, `attention_mask` and `token_type_ids`, [batch, sequence]
of int64; the output is `embedding` [batch, width], the mean of the last layer over the tokens, scaled to length 1.

8 bits are onnxruntime's dynamic quantisation of the matrix products with weights (`QInt8`, per channel, `reduce_range`,
which keeps products from overflowing on processors without 8-bit dot products) and of the word embeddings."""
import argparse
import logging

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from safetensors.numpy import load_file

HEADS, EPSILON, OPSET = 12, 1e-12, 17


class Graph:
    """Nodes and constants of a graph under construction. Tensors are known by their names."""

    def __init__(self, weights):
        self.weights, self.nodes, self.constants, self.scope = weights, [], {}, ""

    def node(self, operator, inputs, output=None, **attributes):
        """Adds a node and returns the name of its output."""
        name = f"{self.scope}{operator}_{len(self.nodes)}"
        output = output or f"{name}_out"
        self.nodes.append(helper.make_node(operator, inputs, [output], name=name, **attributes))
        return output

    def constant(self, name, value):
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.array(value, order="C"), name)
        return name

    def integers(self, *values):
        return self.constant("int_" + "_".join(map(str, values)), np.array(values, np.int64))

    def number(self, value):
        return self.constant(f"float_{value:g}", np.array(value, np.float32))

    def parameter(self, name):
        return self.constant(name, self.weights[name].astype(np.float32))

    def linear(self, x, *names):
        """x times the transposed weight plus the bias; several layers of the same input as one product."""
        weight = np.concatenate([self.weights[name + ".weight"] for name in names]).astype(np.float32)
        bias = np.concatenate([self.weights[name + ".bias"] for name in names]).astype(np.float32)
        product = self.node("MatMul", [x, self.constant(names[0] + ".weight_t", weight.T)])
        return self.node("Add", [product, self.constant(names[0] + ".bias_all", bias)])

    def normalise(self, x, name):
        scale, bias = self.parameter(name + ".weight"), self.parameter(name + ".bias")
        return self.node("LayerNormalization", [x, scale, bias], axis=-1, epsilon=EPSILON)


def embeddings(graph):
    """Sum of word, token type and position vectors, normalised."""
    words = graph.node("Gather", [graph.parameter("embeddings.word_embeddings.weight"), "input_ids"])
    types = graph.node("Gather", [graph.parameter("embeddings.token_type_embeddings.weight"), "token_type_ids"])
    length = graph.node("Slice", [graph.node("Shape", ["input_ids"]), graph.integers(1), graph.integers(2),
                                  graph.integers(0)])
    table = graph.parameter("embeddings.position_embeddings.weight")
    positions = graph.node("Slice", [table, graph.integers(0), length, graph.integers(0)])
    positions = graph.node("Unsqueeze", [positions, graph.integers(0)])
    return graph.normalise(graph.node("Add", [graph.node("Add", [words, types]), positions]), "embeddings.LayerNorm")


def padding_bias(graph, mask):
    """0 for tokens, -10000 for padding, as [batch, 1, 1, sequence]: added to attention scores."""
    wide = graph.node("Unsqueeze", [mask, graph.integers(1, 2)])
    return graph.node("Mul", [graph.node("Sub", [graph.number(1), wide]), graph.number(-10000)])


def attention(graph, x, bias, name, width):
    """Self-attention of one layer before its closing projection."""
    names = [f"{name}.self.{part}" for part in ("query", "key", "value")]
    together = graph.linear(x, *names)
    parts = [f"{name}.{part}" for part in ("q", "k", "v")]
    graph.nodes.append(helper.make_node("Split", [together, graph.integers(width, width, width)], parts, axis=-1,
                                        name=f"{name}.split"))
    apart = graph.integers(0, 0, HEADS, width // HEADS)
    query, key, value = (graph.node("Transpose", [graph.node("Reshape", [part, apart])], perm=order)
                         for part, order in zip(parts, ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3])))
    scores = graph.node("Mul", [graph.node("MatMul", [query, key]), graph.number((width // HEADS) ** -0.5)])
    weights = graph.node("Softmax", [graph.node("Add", [scores, bias])], axis=-1)
    mixed = graph.node("Transpose", [graph.node("MatMul", [weights, value])], perm=[0, 2, 1, 3])
    return graph.node("Reshape", [mixed, graph.integers(0, 0, width)])


def gelu(graph, x):
    error = graph.node("Erf", [graph.node("Div", [x, graph.number(2 ** 0.5)])])
    return graph.node("Mul", [graph.node("Mul", [x, graph.node("Add", [error, graph.number(1)])]), graph.number(0.5)])


def layer(graph, x, bias, name, width):
    mixed = graph.linear(attention(graph, x, bias, name + ".attention", width), name + ".attention.output.dense")
    x = graph.normalise(graph.node("Add", [mixed, x]), name + ".attention.output.LayerNorm")
    inner = gelu(graph, graph.linear(x, name + ".intermediate.dense"))
    closing = graph.node("Add", [graph.linear(inner, name + ".output.dense"), x])
    return graph.normalise(closing, name + ".output.LayerNorm")


def mean(graph, x, mask):
    """Mean over the tokens that are no padding."""
    weighted = graph.node("Mul", [x, graph.node("Unsqueeze", [mask, graph.integers(2)])])
    total = graph.node("ReduceSum", [weighted, graph.integers(1)], keepdims=0)
    return graph.node("Div", [total, graph.node("ReduceSum", [mask, graph.integers(1)], keepdims=1)])


def embedding_head(graph, x, mask):
    vector = mean(graph, x, mask)
    squares = graph.node("ReduceSum", [graph.node("Mul", [vector, vector]), graph.integers(-1)], keepdims=1)
    graph.node("Div", [vector, graph.node("Sqrt", [squares])], "embedding")


def build(weights, path):
    """Writes the graph for weights named as in BERT; the number of layers and the width are read off them."""
    width = weights["embeddings.word_embeddings.weight"].shape[1]
    graph = Graph(weights)
    x, mask = embeddings(graph), graph.node("Cast", ["attention_mask"], to=TensorProto.FLOAT)
    bias = padding_bias(graph, mask)
    number = 0
    while f"encoder.layer.{number}.output.dense.weight" in weights:
        x = layer(graph, x, bias, f"encoder.layer.{number}", width)
        number += 1
    embedding_head(graph, x, mask)
    inputs = [helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "sequence"])
              for name in ("input_ids", "attention_mask", "token_type_ids")]
    outputs = [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["batch", width])]
    model = helper.make_model(helper.make_graph(graph.nodes, "encoder", inputs, outputs, list(graph.constants.values())),
                              opset_imports=[helper.make_opsetid("", OPSET)])
    model.ir_version = 8
    onnx.checker.check_model(model)
    onnx.save(model, path)


def quantise(source, target):
    """Writes the 8-bit form of a graph that `build` wrote."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    logging.getLogger().setLevel(logging.ERROR)
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
                     op_types_to_quantize=["MatMul", "Gather"],
                     extra_options={"MatMulConstBOnly": True, "DefaultTensorType": TensorProto.FLOAT})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights")
    parser.add_argument("out")
    parser.add_argument("--int8", metavar="PATH", help="also write the 8-bit form here")
    args = parser.parse_args()
    build(load_file(args.weights), args.out)
    if args.int8:
        quantise(args.out, args.int8)


if __name__ == "__main__":
    main()
