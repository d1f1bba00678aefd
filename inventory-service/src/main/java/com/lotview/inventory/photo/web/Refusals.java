package com.lotview.inventory.photo.web;

import com.lotview.contracts.ErrorCode;
import com.lotview.inventory.upload.FileParts.TooLarge;
import com.lotview.inventory.upload.FileParts.UploadedFile;
import com.lotview.kit.error.RefusalException;
import com.lotview.kit.error.RefusalException.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/** The files of one upload that were refused, each with its reason. One thread at a time. */
final class Refusals {
  private final List<RefusedFile> refused = new ArrayList<>();
  private final List<FieldProblem> problems = new ArrayList<>();
  private boolean allTooLarge = true;

  /**
   * A file that was not taken.
   *
   * @param index its place in the upload, from 0: several files may have one name
   */
  record RefusedFile(long index, String file, String reason) {}

  void add(long index, UploadedFile file, String reason) {
    allTooLarge = false;
    note(index, file.field(), file.name(), reason);
  }

  void add(long index, TooLarge file) {
    note(index, file.field(), file.name(), file.reason());
  }

  private void note(long index, String field, String name, String reason) {
    refused.add(new RefusedFile(index, name, reason));
    problems.add(new FieldProblem(field, name + " " + reason));
  }

  List<RefusedFile> all() {
    return List.copyOf(refused);
  }

  /** The answer if no file was taken. */
  RefusalException problem() {
    if (refused.isEmpty()) {
      return RefusalException.invalid("images", "send at least one");
    }
    ErrorCode code = allTooLarge ? ErrorCode.PAYLOAD_TOO_LARGE : ErrorCode.VALIDATION_ERROR;
    FieldProblem first = problems.getFirst();
    return new RefusalException(code, first.field() + ": " + first.reason(), problems);
  }
}
