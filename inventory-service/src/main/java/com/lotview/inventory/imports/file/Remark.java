package com.lotview.inventory.imports.file;

/** Something about the file as a whole that its sender should know; the file is taken. */
public record Remark(int line, String reason) {}
