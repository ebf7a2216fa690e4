package org.lienthong.runtime.topics;

import java.util.List;
import java.util.Map;

/**
 * What has to change on a cluster so that its topics are those of the catalogue. Nothing is ever deleted, and no
 * partition count is ever raised by itself: that would send the keys of one dossier to two partitions.
 *
 * @param create topics that are missing
 * @param configure topics with other settings: name → setting → value wanted
 * @param conflicts differences that need a person, one line each
 */
public record TopicPlan(List<TopicSpec> create, Map<String, Map<String, String>> configure, List<String> conflicts) {

    public boolean isEmpty() {
        return create.isEmpty() && configure.isEmpty() && conflicts.isEmpty();
    }
}
