# Known names, then names in use. Prints each name in use that looks like a known one and is not, with the nearest
# known name, or - if none is near.
function least(a, b, c) { return a < b ? (a < c ? a : c) : (b < c ? b : c) }

# Letters to be changed, put in or taken out; two that changed places count once.
function distance(s, t,    i, j, n, m, cost, d) {
  n = length(s); m = length(t)
  for (i = 0; i <= n; i++) d[i, 0] = i
  for (j = 0; j <= m; j++) d[0, j] = j
  for (i = 1; i <= n; i++)
    for (j = 1; j <= m; j++) {
      cost = substr(s, i, 1) == substr(t, j, 1) ? 0 : 1
      d[i, j] = least(d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + cost)
      if (i > 1 && j > 1 && substr(s, i, 1) == substr(t, j - 1, 1) && substr(s, i - 1, 1) == substr(t, j, 1) \
          && d[i - 2, j - 2] + 1 < d[i, j]) d[i, j] = d[i - 2, j - 2] + 1
    }
  return d[n, m]
}

FNR == NR { known[$1] = 1; next }
$1 in known { next }
{
  ours = $1 ~ /^LOTVIEW_/
  # Short names of other programs are near to everything.
  if (!ours && length($1) < 9) next
  best = ours ? int(length($1) / 3) + 1 : 2; nearest = "-"
  for (name in known) {
    away = length(name) - length($1)
    if (away >= best || -away >= best || substr(name, 1, 2) != substr($1, 1, 2)) continue
    away = distance($1, name)
    if (away < best || (away == best && nearest != "-" && name < nearest)) { best = away; nearest = name }
  }
  if (ours || nearest != "-") print $1, nearest
}
