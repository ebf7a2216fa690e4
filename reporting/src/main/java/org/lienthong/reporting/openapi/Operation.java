package org.lienthong.reporting.openapi;

import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One address of the API, which takes GET.
 *
 * @param path with its variables in braces
 * @param parameters of the query
 * @param answer the record that is sent as JSON; null: {@code mediaTypes} say what is sent instead
 * @param mediaTypes of what is no JSON record
 */
public record Operation(
        String path,
        String vietnamese,
        String english,
        Set<String> parameters,
        @Nullable Type answer,
        Set<String> mediaTypes) {}
