"""Whether what an action did stands: it may have been taken back, brought again, taken back once more, and so on."""

from __future__ import annotations


def taken_back_by(action_id: str) -> str:
    """SQL for the id of the action that took ``action_id`` (a column) back, or NULL where that one stands.

    An action is reversed once at most, so what came behind it is a chain: the last of it decides, and an even number
    of steps leads back to the beginning.
    """
    return f"""(
    WITH RECURSIVE chain (id, steps) AS (
        SELECT r.id, 1 FROM action_log r WHERE r.reverses = {action_id}
        UNION ALL SELECT r.id, c.steps + 1 FROM chain c CROSS JOIN action_log r WHERE r.reverses = c.id)
    SELECT id FROM chain WHERE steps % 2 = 1 AND steps = (SELECT max(steps) FROM chain))"""  # noqa: S608 - our column
