package org.lienthong.benchmarks.micro;

import java.util.List;

/** Inputs in turn, from the first again after the last: a step that always saw the same one would learn it by heart. */
final class Cycle<T> {

    private final List<T> inputs;
    private int next;

    Cycle(List<T> inputs) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("nothing to measure with");
        }
        this.inputs = List.copyOf(inputs);
    }

    T next() {
        T input = inputs.get(next);
        next = next + 1 == inputs.size() ? 0 : next + 1;
        return input;
    }
}
