package org.lienthong.app;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Holds for a method that uses System.out or System.err. */
final class NoStandardStreams extends ArchCondition<JavaMethod> {

    private static final Set<String> STREAMS = Set.of("out", "err");

    NoStandardStreams() {
        super("use System.out or System.err");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        boolean uses = method.getFieldAccesses().stream()
                .anyMatch(access -> access.getTargetOwner().isEquivalentTo(System.class)
                        && STREAMS.contains(access.getTarget().getName()));
        if (uses) {
            events.add(SimpleConditionEvent.satisfied(method, method.getFullName()));
        }
    }
}
