package com.acme;

class Other {}
