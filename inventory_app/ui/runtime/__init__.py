"""The only bridge between Qt and asyncio: event loop, action and query runners, awaited dialogs, notices."""
