package com.lotview.posting.dispatch;

import java.util.UUID;

/**
 * Names a job over all its attempts.
 *
 * @param id the posting for {@link JobKind#POST}, otherwise the change or the check
 */
public record JobRef(JobKind kind, UUID id) {}
