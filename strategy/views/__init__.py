"""Screens: fetch, check the permission, call one service, show."""
